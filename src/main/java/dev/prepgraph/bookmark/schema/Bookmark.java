package dev.prepgraph.bookmark.schema;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A user's bookmark of a guide or a question. Visible to its user only.")
public record Bookmark(
    @NonNull @Description("Kind of the target.") BookmarkKind kind,
    @NonNull @Description("Time when the bookmark was set.") Instant createdAt,
    @Ignore UUID targetKey,
    @Ignore String locale) {}
