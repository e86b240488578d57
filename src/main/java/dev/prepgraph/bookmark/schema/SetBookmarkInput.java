package dev.prepgraph.bookmark.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SetBookmarkInput")
@Description("A bookmark to set or remove.")
public record SetBookmarkInput(
    @Id @NonNull @Description("The guide or question.") String id,
    @NonNull @Description("Whether it is bookmarked from now on.") boolean bookmarked) {}
