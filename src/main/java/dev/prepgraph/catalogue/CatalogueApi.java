package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.schema.Catalogue;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.QuestionConnection;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.RoleGuideConnection;
import dev.prepgraph.catalogue.schema.listing.GuideQuestionOrder;
import dev.prepgraph.catalogue.schema.listing.QuestionFacets;
import dev.prepgraph.catalogue.schema.listing.QuestionFilter;
import dev.prepgraph.catalogue.schema.listing.QuestionOrder;
import dev.prepgraph.catalogue.schema.listing.RoleGuideFacets;
import dev.prepgraph.catalogue.schema.listing.RoleGuideFilter;
import dev.prepgraph.catalogue.schema.listing.RoleGuideOrder;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.catalogue.store.Snapshot;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.language.RequestLanguage;
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

  static final String LOCALE =
      "Language of the field and all below it, as a BCP 47 tag"
          + RequestLanguage.BY_DEFAULT
          + " Texts without a translation fall back.";

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
  @Description("The published role guides, by slug unless ordered otherwise.")
  public RoleGuideConnection roleGuides(
      @Name("filter") @Description("Filter; all conditions must match.") RoleGuideFilter filter,
      @Name("orderBy") @Description("Order; by slug by default.") RoleGuideOrder orderBy,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before,
      @Name("locale") @Description(LOCALE) String locale) {
    return guides.list(filter, orderBy, PageRequest.of(first, after, last, before), locale);
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
  @Description("The published questions of all guides, by slug unless ordered otherwise.")
  public QuestionConnection questions(
      @Name("filter") @Description("Filter; all conditions must match.") QuestionFilter filter,
      @Name("orderBy") @Description("Order; by slug by default.") QuestionOrder orderBy,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before,
      @Name("locale") @Description(LOCALE) String locale) {
    return questions.list(filter, orderBy, PageRequest.of(first, after, last, before), locale);
  }

  @Query
  @NonNull
  @Description("The current publication; its revision increases with each publication.")
  public Catalogue catalogue() {
    Snapshot now = catalogue.snapshot();
    return new Catalogue(now.revision(), now.publishedAt(), now.locales());
  }

  @Name("questions")
  @Description("The guide's questions, in order of preparation unless ordered otherwise.")
  @Cost(weight = Cost.GUIDE_QUESTIONS)
  public List<QuestionConnection> questionsOfGuides(
      @Source List<RoleGuide> guides,
      @Name("filter") @Description("Filter; all conditions must match.") QuestionFilter filter,
      @Name("orderBy") @Description("Order; by position by default.") GuideQuestionOrder orderBy,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before) {
    return questions.ofGuides(guides, filter, orderBy, PageRequest.of(first, after, last, before));
  }

  @NonNull
  @Name("facets")
  @Description("Numbers of guides by value, under the filter.")
  @Cost(weight = Cost.FACETS)
  public RoleGuideFacets facetsOfGuides(@Source RoleGuideConnection connection) {
    return connection.facetCounts().get();
  }

  @NonNull
  @Name("facets")
  @Description("Numbers of questions by value, under the filter.")
  @Cost(weight = Cost.FACETS)
  public QuestionFacets facetsOfQuestions(@Source QuestionConnection connection) {
    return connection.facetCounts().get();
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
