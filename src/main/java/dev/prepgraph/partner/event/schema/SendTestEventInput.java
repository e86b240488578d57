package dev.prepgraph.partner.event.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SendTestEventInput")
@Description("An endpoint to test.")
public record SendTestEventInput(@Id @NonNull @Description("The endpoint.") String endpointId) {}
