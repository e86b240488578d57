package dev.prepgraph.plan.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("How far a plan is.")
public record PlanProgress(
    @NonNull @Description("How many of its items are done.") int done,
    @NonNull @Description("How many items it has.") int total) {}
