package dev.prepgraph.partner.event.delivery;

import java.time.Duration;
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
   * @param pause that the receiver asked for, or zero
   */
  record Outcome(Delivery delivery, Integer status, DeliveryFailure failure, Duration pause) {}

  Outcome delivered(int status) {
    return new Outcome(this, status, null, Duration.ZERO);
  }

  Outcome failed(Integer status, DeliveryFailure failure) {
    return new Outcome(this, status, failure, Duration.ZERO);
  }

  /** A response with another status than 2xx. */
  Outcome rejected(int status, Duration pause) {
    return new Outcome(this, status, DeliveryFailure.STATUS, pause);
  }
}
