package dev.prepgraph.catalogue.search;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of hits, best first.")
public record SearchHitConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull SearchHitEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull SearchHit> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of hits on all pages; at most 600 for very common words.")
        int totalCount,
    @Ignore Supplier<SearchFacets> facetCounts) {

  static SearchHitConnection of(Page<SearchHit> page, Supplier<SearchFacets> facets) {
    return new SearchHitConnection(
        page.edges(SearchHitEdge::new), page.nodes(), page.pageInfo(), page.totalCount(), facets);
  }
}
