package dev.prepgraph.plan.schema.item;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DeletePlanItemInput")
@Description("An item to delete.")
public record DeletePlanItemInput(
    @Id @NonNull @Description("The item, of kind CUSTOM.") String id) {}
