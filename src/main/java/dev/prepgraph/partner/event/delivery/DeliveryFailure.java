package dev.prepgraph.partner.event.delivery;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("WebhookFailure")
@Description("Why an attempt to deliver an event failed.")
public enum DeliveryFailure {
  @Description("The response had another status than 2xx. Redirects are not followed.")
  STATUS,
  @Description("No response arrived in time.")
  TIMEOUT,
  @Description(
      "No connection, or one that ended early or whose certificate is not valid for the host.")
  CONNECTION,
  @Description("The host name has no address.")
  UNKNOWN_HOST,
  @Description("The host name has an address that is not public.")
  ADDRESS_REFUSED,
  @Description("The URL is not accepted any more.")
  URL_REFUSED,
  @Description(
      "The service does not have the key of the endpoint's secret any more; rotate the secret.")
  NO_SECRET,
  @Description(
      "The event is too old; its endpoint was disabled, or other deliveries to it took too long.")
  EXPIRED
}
