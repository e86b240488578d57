package dev.prepgraph.bookmark.schema;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;

@Description("Filter of bookmarks.")
public record BookmarkFilter(
    @Description("Kinds of targets; all kinds by default.") List<BookmarkKind> kinds) {

  public static final BookmarkFilter NONE = new BookmarkFilter(null);
}
