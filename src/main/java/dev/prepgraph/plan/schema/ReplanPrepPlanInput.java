package dev.prepgraph.plan.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReplanPrepPlanInput")
@Description("A plan to reschedule.")
public record ReplanPrepPlanInput(
    @Id @NonNull @Description("The plan.") String id,
    @Description(
            "Whether to reschedule moved and reordered items as well; default false. Custom items stay on their days.")
        Boolean unpin) {}
