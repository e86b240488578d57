package dev.prepgraph.plan.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of plans.")
public record PrepPlanEdge(
    @NonNull @Description("The plan.") PrepPlan node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
