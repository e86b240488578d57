package dev.prepgraph.partner.event.delivery;

import java.util.List;
import java.util.UUID;

/**
 * An event on its way to an endpoint.
 *
 * @param lease the right to report the outcome
 * @param attempts including this one
 * @param secrets origins of the secrets that sign it
 */
record Delivery(
    UUID id,
    UUID lease,
    int attempts,
    UUID event,
    String payload,
    String url,
    List<WebhookSecrets.Origin> secrets) {

  /**
   * The end of an attempt.
   *
   * @param status of the response, or null
   * @param failure null for success
   */
  record Outcome(Delivery delivery, Integer status, DeliveryFailure failure) {}

  Outcome delivered(int status) {
    return new Outcome(this, status, null);
  }

  Outcome failed(Integer status, DeliveryFailure failure) {
    return new Outcome(this, status, failure);
  }
}
