package dev.prepgraph.bookmark.schema;

import dev.prepgraph.paging.FilterList;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "Filter of bookmarks. A list matches any of its values, at most 100; an empty list matches nothing.")
public record BookmarkFilter(
    @Nullable @Description("Kinds of targets; all kinds by default.")
        List<@NonNull BookmarkKind> kinds) {

  public static final BookmarkFilter NONE = new BookmarkFilter(null);

  /** The same filter with checked lists. */
  public BookmarkFilter checked() {
    return new BookmarkFilter(FilterList.of("filter.kinds", kinds));
  }
}
