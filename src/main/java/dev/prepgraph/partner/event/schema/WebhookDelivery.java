package dev.prepgraph.partner.event.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.node.Node;
import dev.prepgraph.partner.event.delivery.DeliveryFailure;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "The delivery of an event to an endpoint. Visible to the partner's service with the scope EVENTS, and to admins.")
public record WebhookDelivery(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull
        @Description("Id of the event, as the header webhook-id has it; the same in every attempt.")
        String eventId,
    @NonNull @Description("Type of the event.") WebhookEventType eventType,
    @NonNull @Description("Body of the request.") @Cost(weight = Cost.LONG_TEXT) String payload,
    @NonNull @Description("State of the delivery.") WebhookDeliveryState state,
    @NonNull @Description("Number of attempts, with one that is running.") int attempts,
    @Description("Earliest time of the next attempt; null unless it is pending.")
        Instant nextAttemptAt,
    @Description("HTTP status of the last response; null without one.") Integer responseStatus,
    @Description("Failure of the last attempt; null without one.") DeliveryFailure failure,
    @NonNull @Description("Time when the delivery was queued.") Instant createdAt,
    @Description("Time when it was delivered or given up; null while it is pending.")
        Instant finishedAt,
    @Ignore UUID key,
    @Ignore UUID endpointKey)
    implements Node {

  public static final char KIND = 'H';
}
