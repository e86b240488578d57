package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.part.GuideMinutes;
import dev.prepgraph.catalogue.schema.part.InterviewStep;
import dev.prepgraph.catalogue.schema.part.RelatedGuide;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of the parts of a guide's page that are loaded on demand. */
@GraphQLApi
@RegisterForReflection
public class GuidePageApi {

  private final GuideService guides;
  private final QuestionService questions;
  private final GuideTimes times;

  GuidePageApi(GuideService guides, QuestionService questions, GuideTimes times) {
    this.guides = guides;
    this.questions = questions;
    this.times = times;
  }

  @NonNull
  @Description(
      "Guides to related roles: those that the editors named, then up to six in all of the same family, the nearest seniority first, and of other families.")
  @ListSize(assumedSize = 20)
  public List<@NonNull List<@NonNull RelatedGuide>> related(@Source List<RoleGuide> guides) {
    return this.guides.related(guides);
  }

  @NonNull
  @Description("The guides of related.")
  @ListSize(assumedSize = 20)
  public List<@NonNull List<@NonNull RoleGuide>> relatedGuides(@Source List<RoleGuide> guides) {
    return this.guides.related(guides).stream()
        .map(related -> related.stream().map(RelatedGuide::guide).toList())
        .toList();
  }

  @NonNull
  @Description("Estimated time for the guide.")
  @Cost(weight = 5 * Cost.GUIDE_QUESTIONS) // reads and counts every word of them
  public List<@NonNull GuideMinutes> estimatedMinutes(@Source List<RoleGuide> guides) {
    return times.of(guides);
  }

  @NonNull
  @Name("questions")
  @Description("Questions of the guide that are typical of the step.")
  @ListSize(assumedSize = 50)
  @Cost(weight = Cost.GUIDE_QUESTIONS)
  public List<@NonNull List<@NonNull Question>> questionsOfSteps(
      @Source List<InterviewStep> steps) {
    return questions.ofSteps(steps);
  }
}
