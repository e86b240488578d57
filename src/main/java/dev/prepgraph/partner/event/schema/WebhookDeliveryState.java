package dev.prepgraph.partner.event.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("State of a delivery.")
public enum WebhookDeliveryState {
  @Description(
      "Waits for its first or next attempt, or for an earlier event of the same guide or question.")
  PENDING,
  @Description("The endpoint confirmed it.")
  DELIVERED,
  @Description(
      "Given up after too many attempts, too long a time or a response with the status 410 (Gone); replayDeliveries tries again.")
  DEAD
}
