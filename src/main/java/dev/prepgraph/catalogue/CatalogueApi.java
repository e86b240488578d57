package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.schema.Catalogue;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.QuestionConnection;
import dev.prepgraph.catalogue.schema.QuestionFilter;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.RoleGuideConnection;
import dev.prepgraph.catalogue.schema.RoleGuideFilter;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.catalogue.store.Snapshot;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.paging.PageRequest;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

@GraphQLApi
public class CatalogueApi {

  static final String FIRST = "Number of edges from the start, 1 to 100; default 20.";
  static final String AFTER = "Start the page after this cursor.";
  static final String LAST = "Number of edges from the end, 1 to 100.";
  static final String BEFORE = "End the page before this cursor.";
  static final String LOCALE =
      "Language of the response, as a BCP 47 tag; texts without a translation fall back.";

  private final GuideService guides;
  private final QuestionService questions;
  private final PublishedCatalogue catalogue;

  CatalogueApi(GuideService guides, QuestionService questions, PublishedCatalogue catalogue) {
    this.guides = guides;
    this.questions = questions;
    this.catalogue = catalogue;
  }

  @Query
  @Description("A published role guide, by exactly one of slug and id; null for an unknown one.")
  public RoleGuide roleGuide(
      @Name("slug") @Description("The guide's slug.") String slug,
      @Id @Name("id") @Description("The guide's id.") String id,
      @Name("locale") @Description(LOCALE) String locale) {
    return guides.find(slug, id, locale);
  }

  @Query
  @Description("The published role guides, sorted by slug.")
  public RoleGuideConnection roleGuides(
      @Name("filter") @Description("Filter; all conditions must match.") RoleGuideFilter filter,
      @Name("first") @Description(FIRST) Integer first,
      @Name("after") @Description(AFTER) String after,
      @Name("last") @Description(LAST) Integer last,
      @Name("before") @Description(BEFORE) String before,
      @Name("locale") @Description(LOCALE) String locale) {
    return RoleGuideConnection.of(
        guides.list(filter, PageRequest.of(first, after, last, before), locale));
  }

  @Query
  @Description("A published question, by exactly one of slug and id; null for an unknown one.")
  public Question question(
      @Name("slug") @Description("The question's slug.") String slug,
      @Id @Name("id") @Description("The question's id.") String id,
      @Name("locale") @Description(LOCALE) String locale) {
    return questions.find(slug, id, locale);
  }

  @Query
  @Description("The published questions of all guides, sorted by slug.")
  public QuestionConnection questions(
      @Name("filter") @Description("Filter; all conditions must match.") QuestionFilter filter,
      @Name("first") @Description(FIRST) Integer first,
      @Name("after") @Description(AFTER) String after,
      @Name("last") @Description(LAST) Integer last,
      @Name("before") @Description(BEFORE) String before,
      @Name("locale") @Description(LOCALE) String locale) {
    return QuestionConnection.of(
        questions.list(filter, PageRequest.of(first, after, last, before), locale));
  }

  @Query
  @NonNull
  @Description("The current publication; its revision increases with each publication.")
  public Catalogue catalogue() {
    Snapshot now = catalogue.snapshot();
    return new Catalogue(now.revision(), now.publishedAt(), now.locales());
  }

  @Name("questions")
  @Description("The guide's questions, in order of preparation.")
  public List<QuestionConnection> questionsOfGuides(
      @Source List<RoleGuide> guides,
      @Name("filter") @Description("Filter; all conditions must match.") QuestionFilter filter,
      @Name("first") @Description(FIRST) Integer first,
      @Name("after") @Description(AFTER) String after,
      @Name("last") @Description(LAST) Integer last,
      @Name("before") @Description(BEFORE) String before) {
    return questions.ofGuides(guides, filter, PageRequest.of(first, after, last, before)).stream()
        .map(QuestionConnection::ofGuide)
        .toList();
  }

  @NonNull
  @Name("guides")
  @Description("Guides that contain the question, sorted by slug, at most 100.")
  @ListSize(assumedSize = 100)
  public List<@NonNull List<@NonNull RoleGuide>> guidesOfQuestions(
      @Source List<Question> questions) {
    return guides.ofQuestions(questions);
  }
}
