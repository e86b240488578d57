package dev.prepgraph.plan.schema.item;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SetPlanItemDoneInput")
@Description("An item to mark as done or open.")
public record SetPlanItemDoneInput(
    @Id @NonNull @Description("The item.") String id,
    @NonNull @Description("Whether it is done.") boolean done) {}
