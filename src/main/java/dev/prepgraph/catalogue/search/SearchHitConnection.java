package dev.prepgraph.catalogue.search;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of hits, best first.")
public record SearchHitConnection(
    @NonNull @Description("What the page holds.") List<@NonNull SearchHitEdge> edges,
    @NonNull @Description("Where the page lies in the whole list.") PageInfo pageInfo,
    @NonNull
        @Description(
            "How many hits there are, on all pages; of very common words at most 600 are listed.")
        int totalCount) {

  static SearchHitConnection of(Page<SearchHit> page) {
    return new SearchHitConnection(
        page.edges(SearchHitEdge::new), page.pageInfo(), page.totalCount());
  }
}
