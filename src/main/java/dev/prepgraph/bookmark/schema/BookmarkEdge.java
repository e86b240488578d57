package dev.prepgraph.bookmark.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of bookmarks.")
public record BookmarkEdge(
    @NonNull @Description("The bookmark.") Bookmark node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
