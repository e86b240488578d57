package dev.prepgraph.partner.event.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of deliveries.")
public record WebhookDeliveryEdge(
    @NonNull @Description("The delivery.") WebhookDelivery node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
