package dev.prepgraph.plan.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Progress of a plan.")
public record PlanProgress(
    @NonNull @Description("Number of done items.") int done,
    @NonNull @Description("Number of items.") int total) {}
