package dev.prepgraph.catalogue.schema;

import dev.prepgraph.catalogue.model.Localization;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.schema.part.FollowUpQuestion;
import dev.prepgraph.catalogue.schema.part.Hint;
import dev.prepgraph.catalogue.search.SearchResult;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.federation.Key;
import dev.prepgraph.node.Federated;
import dev.prepgraph.node.Node;
import dev.prepgraph.richtext.RichText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Key(fields = "id")
@Key(fields = "slug")
@Description("An interview question, with advice and sample answers.")
public record Question(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Unique name for URLs; never changes.") String slug,
    @NonNull @Description("Wording of the question.") @Cost(weight = 1) String prompt,
    @NonNull @Description("Question type.") QuestionType type,
    @Description("Difficulty; plans treat a question without one as MEDIUM.") Difficulty difficulty,
    @NonNull
        @Description(
            "Time to prepare an answer. By default 10 (EASY), 15 (MEDIUM or no difficulty) or 20 (HARD), and 5 more with STAR.")
        int estimatedMinutes,
    @NonNull @Description("Structure of a good answer.") AnswerFramework framework,
    @NonNull @Description("Topics, as slugs.") @ListSize(assumedSize = 20)
        List<@NonNull String> tags,
    @Description(
            "What the prompt refers to: code, a log, a table of figures; show it with the prompt. Markdown.")
        @Cost(weight = 16)
        String exhibit,
    @Description("The `exhibit` as HTML and plain text.") @Cost(weight = 16) RichText exhibitRich,
    @NonNull
        @Description("Advice on the answer, and the interviewer's expectations. Markdown.")
        @Cost(weight = 16)
        String howToAnswer,
    @NonNull @Description("The `howToAnswer` as HTML and plain text.") @Cost(weight = 16)
        RichText howToAnswerRich,
    @NonNull
        @Description("Hints for practice, from a nudge to nearly the solution.")
        @ListSize(assumedSize = 5)
        List<@NonNull Hint> hints,
    @NonNull @Description("Questions that interviewers ask next.") @ListSize(assumedSize = 10)
        List<@NonNull FollowUpQuestion> followUps,
    @NonNull @Description("Sample answers.") @ListSize(assumedSize = 10)
        List<@NonNull SampleAnswer> answers,
    @NonNull @Description("Criteria that a good answer demonstrates.") @ListSize(assumedSize = 10)
        List<@NonNull Criterion> criteria,
    @NonNull @Description("Increases by one with each published change of the question.")
        int revision,
    @NonNull @Description("Locale of the prompt, after fallback.") String resolvedLocale,
    @Ignore String locale,
    @Ignore PublishedQuestion published)
    implements Node, SearchResult, Federated {

  @NonNull
  @Description("Time of the first publication in the served language.")
  public Instant getFirstPublishedAt() {
    return Localization.firstPublishedAt(published.localizations(), locale)
        .orElse(published.publishedAt());
  }

  @NonNull
  @Description(
      "Time of the last change of the question's content in the served language, its question type and criteria included. A change of its guides does not count.")
  public Instant getContentChangedAt() {
    return Localization.contentChangedAt(published.localizations(), locale)
        .orElse(published.publishedAt());
  }

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
