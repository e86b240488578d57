package dev.prepgraph.catalogue.search;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of hits, best first.")
public record SearchHitConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull SearchHitEdge> edges,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of hits on all pages; at most 600 for very common words.")
        int totalCount) {

  static SearchHitConnection of(Page<SearchHit> page) {
    return new SearchHitConnection(
        page.edges(SearchHitEdge::new), page.pageInfo(), page.totalCount());
  }
}
