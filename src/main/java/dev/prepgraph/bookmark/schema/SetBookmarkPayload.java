package dev.prepgraph.bookmark.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * @param subject the bookmark as it is or was; null on errors
 */
@Description("Result of setting or removing a bookmark.")
public record SetBookmarkPayload(
    @Description("The bookmark; null when it is removed, and on errors.") Bookmark bookmark,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors,
    @Ignore Bookmark subject) {}
