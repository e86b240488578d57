package dev.prepgraph.interview;

import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.interview.schema.Interview;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of interviews on the page of their guide. */
@GraphQLApi
@RegisterForReflection
public class GuideInterviewApi {

  private static final int MOST = 20;

  private final InterviewService interviews;

  GuideInterviewApi(InterviewService interviews) {
    this.interviews = interviews;
  }

  @NonNull
  @Name("myInterviews")
  @Description(
      "The user's interviews to prepare for with the guide, the newest first, at most 20; none without a login.")
  @ListSize(assumedSize = MOST)
  public List<@NonNull List<@NonNull Interview>> interviewsOfGuides(
      @Source List<RoleGuide> guides) {
    return ByLocale.load(
            guides,
            RoleGuide::key,
            RoleGuide::locale,
            (keys, locale) -> interviews.ofGuides(keys, locale, MOST))
        .stream()
        .map(found -> found == null ? List.<Interview>of() : found)
        .toList();
  }
}
