package dev.prepgraph.catalogue.schema;

import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.search.SearchResult;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.node.Node;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What to expect in, and how to prepare for, interviews for one role.")
public record RoleGuide(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Part of URLs; never changes.") String slug,
    @NonNull @Description("The role.") String title,
    @NonNull @Description("The slug of the family of roles that it belongs to.") String family,
    @NonNull @Description("How experienced the role expects its candidates to be.")
        Seniority seniority,
    @NonNull @Description("The locale that was served, after fallback.") String resolvedLocale,
    @NonNull
        @Description("What the role is and how its interviews usually run. Markdown.")
        @Cost(weight = 40)
        String overview,
    @NonNull @Description("The kinds of questions to expect.") @ListSize(assumedSize = 20)
        List<@NonNull ExpectedQuestionType> questionTypes,
    @NonNull
        @Description("What a good candidate looks like, the most telling quality first.")
        @ListSize(assumedSize = 20)
        List<@NonNull Criterion> criteria,
    @NonNull @Description("What the candidate can ask the interviewer.") @ListSize(assumedSize = 50)
        List<@NonNull QuestionToAsk> questionsToAsk,
    @NonNull @Description("What candidates often want to know.") @ListSize(assumedSize = 50)
        List<@NonNull Faq> faqs,
    @NonNull @Description("Grows by one whenever a change of the guide is published.") int revision,
    @NonNull @Description("When this revision was published.") Instant publishedAt,
    @Ignore String locale,
    @Ignore PublishedGuide published)
    implements Node, SearchResult {

  public UUID key() {
    return published.id();
  }

  /** Batch loaders use these records as keys; comparing texts would cost time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RoleGuide that && id.equals(that.id) && locale.equals(that.locale);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + locale.hashCode();
  }
}
