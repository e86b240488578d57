package dev.prepgraph.catalogue.schema;

import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.search.SearchResult;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.node.Node;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question that interviewers ask, with advice and sample answers.")
public record Question(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Part of URLs; never changes.") String slug,
    @NonNull @Description("The question as it is asked.") @Cost(weight = 1) String prompt,
    @NonNull @Description("Its kind.") QuestionType type,
    @NonNull @Description("How hard it is.") Difficulty difficulty,
    @NonNull @Description("How an answer is best structured.") AnswerFramework framework,
    @NonNull @Description("Topics, as slugs.") @ListSize(assumedSize = 20)
        List<@NonNull String> tags,
    @NonNull
        @Description("What the interviewer looks for and how to answer. Markdown.")
        @Cost(weight = 16)
        String howToAnswer,
    @NonNull @Description("Answers to learn from.") @ListSize(assumedSize = 10)
        List<@NonNull SampleAnswer> answers,
    @NonNull
        @Description("The candidate-quality criteria that a good answer shows.")
        @ListSize(assumedSize = 10)
        List<@NonNull Criterion> criteria,
    @NonNull @Description("Grows by one whenever a change of the question is published.")
        int revision,
    @Ignore String locale,
    @Ignore PublishedQuestion published)
    implements Node, SearchResult {

  public UUID key() {
    return published.id();
  }

  /** Batch loaders use these records as keys; comparing texts would cost time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Question that && id.equals(that.id) && locale.equals(that.locale);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + locale.hashCode();
  }
}
