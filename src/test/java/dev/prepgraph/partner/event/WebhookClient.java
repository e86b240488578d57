package dev.prepgraph.partner.event;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import dev.prepgraph.partner.TestPartner;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** The service of a partner that manages its webhooks. */
public record WebhookClient(TestPartner partner, User service) {

  public static final String CREATE =
      """
      mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
        webhookEndpoint { id url eventTypes enabled disabledReason previousSecretUntil version }
        secret userErrors { code field message } } }
      """;

  public static final String UPDATE =
      """
      mutation ($input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(input: $input) {
        webhookEndpoint { id url eventTypes enabled disabledReason version } userErrors { code field message } } }
      """;

  public static final String ROTATE =
      """
      mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) {
        webhookEndpoint { id previousSecretUntil version } secret userErrors { code field message } } }
      """;

  public static final String DELETE =
      """
      mutation ($input: DeleteWebhookEndpointInput!) { deleteWebhookEndpoint(input: $input) {
        deletedId userErrors { code field message } } }
      """;

  public static final String REPLAY =
      """
      mutation ($input: ReplayDeliveriesInput!) { replayDeliveries(input: $input) {
        replayed userErrors { code field message } } }
      """;

  public static final String TEST =
      """
      mutation ($input: SendTestEventInput!) { sendTestEvent(input: $input) {
        delivery { id eventId eventType payload state attempts endpoint { id } } userErrors { code field message } } }
      """;

  public static WebhookClient create() {
    TestPartner partner = TestPartner.create("READ", "EVENTS");
    return new WebhookClient(partner, new User(partner.slug(), partner.token()));
  }

  /** The payload of the mutation that must succeed. */
  public JsonPath endpoint(String url, String... types) {
    return service.mutate(
        CREATE,
        Map.of(
            "input",
            GraphQL.map("url", url, "eventTypes", types.length == 0 ? null : List.of(types))));
  }

  public JsonPath payload(String document, Object... input) {
    return service.payload(document, Map.of("input", GraphQL.map(input)));
  }

  public JsonPath mutate(String document, Object... input) {
    return service.mutate(document, Map.of("input", GraphQL.map(input)));
  }
}
