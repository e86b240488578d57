package dev.prepgraph.bookmark.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of bookmarks.")
public record BookmarkConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull BookmarkEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull Bookmark> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static BookmarkConnection of(Page<Bookmark> page) {
    return new BookmarkConnection(
        page.edges(BookmarkEdge::new), page.nodes(), page.pageInfo(), page.totalCount());
  }
}
