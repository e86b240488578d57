package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One of the interviews of a page. */
@Description("One of the interviews of a page.")
public record InterviewEdge(
    @NonNull @Description("The object.") Interview node,
    @NonNull @Description("Where it stands in the list.") String cursor) {}
