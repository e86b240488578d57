package dev.prepgraph.catalogue.schema;

import dev.prepgraph.catalogue.schema.listing.QuestionFacets;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of questions.")
public record QuestionConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull QuestionEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull Question> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount,
    @Ignore Supplier<QuestionFacets> facetCounts) {

  /**
   * @param facets computes the facets when they are selected
   */
  public static QuestionConnection of(Page<Question> page, Supplier<QuestionFacets> facets) {
    return of(
        page.edges((question, cursor) -> new QuestionEdge(question, cursor, null)), page, facets);
  }

  /** A page with edges of its own. */
  public static QuestionConnection of(
      List<QuestionEdge> edges, Page<?> page, Supplier<QuestionFacets> facets) {
    return new QuestionConnection(
        edges,
        edges.stream().map(QuestionEdge::node).toList(),
        page.pageInfo(),
        page.totalCount(),
        facets);
  }
}
