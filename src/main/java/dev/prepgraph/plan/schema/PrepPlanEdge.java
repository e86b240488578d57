package dev.prepgraph.plan.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One of the plans of a page.")
public record PrepPlanEdge(
    @NonNull @Description("The object.") PrepPlan node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
