package dev.prepgraph.plan.schema.item;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SetPlanItemsDoneInput")
@Description("Items to mark as done or open.")
public record SetPlanItemsDoneInput(
    @Id @NonNull @Description("The items, 1 to 100, of any of the user's plans.")
        List<@NonNull String> ids,
    @NonNull @Description("Whether they are done.") boolean done) {}
