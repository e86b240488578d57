package dev.prepgraph.bookmark.schema;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Filter of bookmarks.")
public record BookmarkFilter(
    @Nullable @Description("Kinds of targets; all kinds by default.")
        List<@NonNull BookmarkKind> kinds) {

  public static final BookmarkFilter NONE = new BookmarkFilter(null);
}
