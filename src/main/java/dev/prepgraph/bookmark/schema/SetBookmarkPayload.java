package dev.prepgraph.bookmark.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * @param kind of the guide or question; null on errors
 * @param targetKey of the guide or question; null on errors
 */
@Description("Result of setting or removing a bookmark.")
public record SetBookmarkPayload(
    @Description("The bookmark; null when it is removed, and on errors.") Bookmark bookmark,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors,
    @Ignore BookmarkKind kind,
    @Ignore UUID targetKey) {}
