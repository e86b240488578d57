package dev.prepgraph.partner.event.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DeleteWebhookEndpointInput")
@Description("An endpoint to delete.")
public record DeleteWebhookEndpointInput(@Id @NonNull @Description("The endpoint.") String id) {}
