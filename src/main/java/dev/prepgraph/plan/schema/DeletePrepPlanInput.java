package dev.prepgraph.plan.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DeletePrepPlanInput")
@Description("A plan to delete.")
public record DeletePrepPlanInput(@Id @NonNull @Description("The plan.") String id) {}
