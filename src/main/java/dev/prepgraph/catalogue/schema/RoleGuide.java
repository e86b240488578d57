package dev.prepgraph.catalogue.schema;

import dev.prepgraph.catalogue.model.Localization;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.schema.part.GuideLocalization;
import dev.prepgraph.catalogue.schema.part.GuideSection;
import dev.prepgraph.catalogue.schema.part.InterviewProcess;
import dev.prepgraph.catalogue.schema.part.Licence;
import dev.prepgraph.catalogue.schema.part.Occupation;
import dev.prepgraph.catalogue.schema.part.RoleCriterion;
import dev.prepgraph.catalogue.schema.part.RoleFamily;
import dev.prepgraph.catalogue.schema.part.Skill;
import dev.prepgraph.catalogue.search.SearchResult;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.federation.Key;
import dev.prepgraph.node.Federated;
import dev.prepgraph.node.Node;
import dev.prepgraph.richtext.RichText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Key(fields = "id")
@Key(fields = "slug")
@Description("A guide to interviews for one role.")
public record RoleGuide(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Unique name for URLs; never changes.") String slug,
    @NonNull @Description("Title of the role.") String title,
    @Description("Plain text of at most 200 characters, for cards and the page's description.")
        String summary,
    @NonNull @Description("Other titles of the role.") @ListSize(assumedSize = 20)
        List<@NonNull String> aliases,
    @Description("Locale of the aliases, after fallback; null without any.") String aliasesLocale,
    @NonNull @Description("Role family.") RoleFamily family,
    @NonNull @Description("Seniority of the role.") Seniority seniority,
    @NonNull @Description("The role in classifications of occupations.") @ListSize(assumedSize = 10)
        List<@NonNull Occupation> occupations,
    @Description("Terms under which the guide may be reused.") Licence licence,
    @NonNull @Description("Names of the authors.") @ListSize(assumedSize = 20)
        List<@NonNull String> authors,
    @Description("Date of the last check of the facts.") LocalDate reviewedAt,
    @NonNull @Description("Locale of the title, after fallback.") String resolvedLocale,
    @Description("Locale of the summary, after fallback; null without one.") String summaryLocale,
    @NonNull
        @Description("The role, and the usual course of its interviews. Markdown.")
        @Cost(weight = 40)
        String overview,
    @NonNull @Description("The `overview` as HTML and plain text.") @Cost(weight = 40)
        RichText overviewRich,
    @NonNull
        @Description("Titles and introductions of the page's sections, at most one of a kind.")
        @ListSize(assumedSize = 5)
        List<@NonNull GuideSection> sections,
    @NonNull
        @Description("Skills and certifications that the role asks for, the most important first.")
        @ListSize(assumedSize = 40)
        List<@NonNull Skill> skills,
    @Description("The usual course of the interviews.") InterviewProcess process,
    @NonNull @Description("Question types to expect.") @ListSize(assumedSize = 20)
        List<@NonNull ExpectedQuestionType> questionTypes,
    @NonNull
        @Description("Criteria of a good candidate, the most important first.")
        @ListSize(assumedSize = 20)
        List<@NonNull Criterion> criteria,
    @NonNull
        @Description("The criteria with the reasons that they matter for the role.")
        @ListSize(assumedSize = 20)
        List<@NonNull RoleCriterion> roleCriteria,
    @NonNull
        @Description("Questions for the candidate to ask the interviewer.")
        @ListSize(assumedSize = 50)
        List<@NonNull QuestionToAsk> questionsToAsk,
    @NonNull @Description("Frequent questions of candidates.") @ListSize(assumedSize = 50)
        List<@NonNull Faq> faqs,
    @NonNull @Description("Increases by one with each published change of the guide.") int revision,
    @NonNull @Description("Publication time of this revision.") Instant publishedAt,
    @Ignore String locale,
    @Ignore PublishedGuide published)
    implements Node, SearchResult, Federated {

  @NonNull
  @Description("Time of the first publication in the served language.")
  public Instant getFirstPublishedAt() {
    return Localization.firstPublishedAt(published.localizations(), locale)
        .orElse(published.publishedAt());
  }

  @NonNull
  @Description(
      "Time of the last change of the content of the guide's page in the served language: of the guide, its questions, and the question types, criteria and family that it shows. A change of computed related guides does not count.")
  public Instant getContentChangedAt() {
    return Localization.contentChangedAt(published.localizations(), locale)
        .orElse(published.publishedAt());
  }

  @NonNull
  @Description("The languages that the guide's page has text in.")
  @ListSize(assumedSize = 50)
  public List<@NonNull GuideLocalization> getLocalizations() {
    return GuideLocalization.of(published.localizations());
  }

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
