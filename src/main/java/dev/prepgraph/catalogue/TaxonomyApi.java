package dev.prepgraph.catalogue;

import static dev.prepgraph.catalogue.CatalogueApi.LOCALE;

import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.schema.QuestionType;
import dev.prepgraph.catalogue.schema.RoleGuideConnection;
import dev.prepgraph.catalogue.schema.part.RoleFamily;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.paging.PageRequest;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of what all guides share: families, question types and criteria. */
@GraphQLApi
public class TaxonomyApi {

  private final TaxonomyService taxonomy;
  private final GuideService guides;

  TaxonomyApi(TaxonomyService taxonomy, GuideService guides) {
    this.taxonomy = taxonomy;
    this.guides = guides;
  }

  @Query
  @Nullable
  @Description("The published role families, sorted by slug.")
  @ListSize(assumedSize = 200)
  public List<@NonNull RoleFamily> families(@Name("locale") @Description(LOCALE) String locale) {
    return taxonomy.families(locale);
  }

  @Query
  @Description("A published role family, by exactly one of slug and id; null for an unknown one.")
  public RoleFamily family(
      @Name("slug") @Description("The family's slug.") String slug,
      @Id @Name("id") @Description("The family's id.") String id,
      @Name("locale") @Description(LOCALE) String locale) {
    return taxonomy.family(slug, id, locale);
  }

  @Query
  @Nullable
  @Description("The published question types.")
  @ListSize(assumedSize = 100)
  public List<@NonNull QuestionType> questionTypes(
      @Name("locale") @Description(LOCALE) String locale) {
    return taxonomy.questionTypes(locale);
  }

  @Query
  @Description("A published question type, by exactly one of slug and id; null for an unknown one.")
  public QuestionType questionType(
      @Name("slug") @Description("The question type's slug.") String slug,
      @Id @Name("id") @Description("The question type's id.") String id,
      @Name("locale") @Description(LOCALE) String locale) {
    return taxonomy.questionType(slug, id, locale);
  }

  @Query
  @Description("A published criterion, by exactly one of slug and id; null for an unknown one.")
  public Criterion criterion(
      @Name("slug") @Description("The criterion's slug.") String slug,
      @Id @Name("id") @Description("The criterion's id.") String id,
      @Name("locale") @Description(LOCALE) String locale) {
    return taxonomy.criterion(slug, id, locale);
  }

  @Name("guides")
  @Description("The published guides of the family, sorted by slug.")
  public List<RoleGuideConnection> guidesOfFamilies(
      @Source List<RoleFamily> families,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before) {
    return guides.ofFamilies(families, PageRequest.of(first, after, last, before));
  }
}
