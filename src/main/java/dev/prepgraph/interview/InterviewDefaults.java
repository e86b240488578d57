package dev.prepgraph.interview;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.model.InterviewDetails;
import dev.prepgraph.interview.schema.TrackInterviewInput;
import dev.prepgraph.preference.PreferenceService;
import dev.prepgraph.preference.schema.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Completes new interviews by their guide and the user's preferences. */
@ApplicationScoped
class InterviewDefaults {

  private final GuideService guides;
  private final PreferenceService preferences;

  InterviewDefaults(GuideService guides, PreferenceService preferences) {
    this.guides = guides;
    this.preferences = preferences;
  }

  /** The details of a new interview; requires a transaction. */
  InterviewDetails complete(TrackInterviewInput input) {
    if (input.position() == null && input.guideId() == null) {
      throw new UserErrorException(
          UserErrorCode.INVALID, "position or guideId must have a value", "input", "position");
    }
    List<UserError> errors = new ArrayList<>();
    TextChecks.locale(errors, input.locale(), "input", "locale");
    UserErrorException.throwIfAny(errors);
    if (input.position() != null && input.timeZone() != null) {
      return InterviewDetails.of(input, input.position(), input.timeZone());
    }
    Preferences preferred = preferences.current();
    return InterviewDetails.of(
        input,
        input.position() == null ? position(input, preferred) : input.position(),
        input.timeZone() == null ? preferred.timeZone() : input.timeZone());
  }

  private String position(TrackInterviewInput input, Preferences preferred) {
    String locale =
        Stream.of(input.locale(), guides.requestedLocale(), preferred.locale())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    RoleGuide guide = guides.find(input.guideId(), locale).orElseThrow(InterviewDetails::noGuide);
    return Text.truncate(guide.title(), InterviewDetails.MAX_NAME);
  }
}
