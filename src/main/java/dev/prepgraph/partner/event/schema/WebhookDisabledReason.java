package dev.prepgraph.partner.event.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Why an endpoint is disabled.")
public enum WebhookDisabledReason {
  @Description("By updateWebhookEndpoint, or by a response with the status 410 (Gone).")
  PARTNER,
  @Description(
      "It was too many events behind. After enabling it, catch up by catalogueChanges; missed events are not sent.")
  QUEUE_FULL
}
