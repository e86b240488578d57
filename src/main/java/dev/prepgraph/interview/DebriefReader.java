package dev.prepgraph.interview;

import dev.prepgraph.catalogue.CriterionService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.ListChecks;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.model.Debrief;
import dev.prepgraph.interview.model.Debrief.Asked;
import dev.prepgraph.interview.model.Debrief.Gap;
import dev.prepgraph.interview.model.InterviewDetails;
import dev.prepgraph.interview.schema.AskedQuestionInput;
import dev.prepgraph.interview.schema.InterviewGapInput;
import dev.prepgraph.interview.schema.SaveInterviewDebriefInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Validates the input of a debrief and resolves its references. */
final class DebriefReader {

  private static final int MAX_ENTRIES = 100;
  private static final int MAX_TEXT = 2_000;
  private static final int MAX_NOTES = 5_000;

  private final CriterionService criteria;
  private final Set<UUID> questions;
  private final List<UserError> errors = new ArrayList<>();

  private DebriefReader(CriterionService criteria, Set<UUID> questions) {
    this.criteria = criteria;
    this.questions = questions;
  }

  static Debrief read(
      SaveInterviewDebriefInput input, CriterionService criteria, QuestionService questions) {
    List<UserError> errors = new ArrayList<>();
    ListChecks.length(errors, input.askedQuestions(), MAX_ENTRIES, "input", "askedQuestions");
    ListChecks.length(errors, input.gaps(), MAX_ENTRIES, "input", "gaps");
    UserErrorException.throwIfAny(errors);
    Set<UUID> named =
        Stream.concat(
                input.askedQuestions().stream().map(AskedQuestionInput::questionId),
                input.gaps().stream().map(InterviewGapInput::questionId))
            .flatMap(id -> id == null ? Stream.empty() : QuestionService.key(id).stream())
            .collect(Collectors.toSet());
    Set<UUID> known = named.isEmpty() ? named : questions.everPublished(named, null).keySet();
    return new DebriefReader(criteria, known).read(input);
  }

  private Debrief read(SaveInterviewDebriefInput input) {
    TextChecks.length(errors, input.notes(), InterviewDetails.MAX_NOTES, "input", "notes");
    List<Asked> asked = new ArrayList<>();
    for (AskedQuestionInput question : input.askedQuestions()) {
      asked.add(read(question, Integer.toString(asked.size())));
    }
    List<Gap> gaps = new ArrayList<>();
    for (InterviewGapInput gap : input.gaps()) {
      gaps.add(read(gap, Integer.toString(gaps.size())));
    }
    UserErrorException.throwIfAny(errors);
    return new Debrief(input.notes(), asked, gaps);
  }

  private Asked read(AskedQuestionInput asked, String index) {
    String[] text = {"input", "askedQuestions", index, "text"};
    if (asked.text() == null ? asked.questionId() == null : Text.isBlank(asked.text())) {
      error(UserErrorCode.INVALID, "questionId or text must have a value", text);
    }
    if (asked.rating() < 1 || asked.rating() > 5) {
      String message = "rating must be 1 to 5";
      error(UserErrorCode.INVALID, message, "input", "askedQuestions", index, "rating");
    }
    TextChecks.length(errors, asked.text(), MAX_TEXT, text);
    TextChecks.length(errors, asked.notes(), MAX_NOTES, "input", "askedQuestions", index, "notes");
    UUID question = question(asked.questionId(), "askedQuestions", index);
    return new Asked(question, asked.text(), asked.rating(), asked.notes());
  }

  private Gap read(InterviewGapInput gap, String index) {
    if ((gap.questionId() == null) == (gap.criterionId() == null)) {
      String message = "Either questionId or criterionId must have a value";
      error(UserErrorCode.INVALID, message, "input", "gaps", index);
    }
    TextChecks.length(errors, gap.note(), MAX_TEXT, "input", "gaps", index, "note");
    return new Gap(
        question(gap.questionId(), "gaps", index), criterion(gap.criterionId(), index), gap.note());
  }

  private UUID question(String id, String list, String index) {
    Optional<UUID> key =
        Optional.ofNullable(id).flatMap(QuestionService::key).filter(questions::contains);
    if (id != null && key.isEmpty()) {
      String message = "questionId must identify a published question";
      error(UserErrorCode.NOT_FOUND, message, "input", list, index, "questionId");
    }
    return key.orElse(null);
  }

  private String criterion(String id, String index) {
    Optional<String> slug = Optional.ofNullable(id).flatMap(criteria::slug);
    if (id != null && slug.isEmpty()) {
      String message = "criterionId must identify a published criterion";
      error(UserErrorCode.NOT_FOUND, message, "input", "gaps", index, "criterionId");
    }
    return slug.orElse(null);
  }

  private void error(UserErrorCode code, String message, String... path) {
    errors.add(UserError.of(code, message, path));
  }
}
