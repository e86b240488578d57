package dev.prepgraph.partner.event;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.partner.event.schema.CreateWebhookEndpointInput;
import dev.prepgraph.partner.event.schema.CreateWebhookEndpointPayload;
import dev.prepgraph.partner.event.schema.DeleteWebhookEndpointInput;
import dev.prepgraph.partner.event.schema.DeleteWebhookEndpointPayload;
import dev.prepgraph.partner.event.schema.ReplayDeliveriesInput;
import dev.prepgraph.partner.event.schema.ReplayDeliveriesPayload;
import dev.prepgraph.partner.event.schema.RotateWebhookSecretInput;
import dev.prepgraph.partner.event.schema.RotateWebhookSecretPayload;
import dev.prepgraph.partner.event.schema.SendTestEventInput;
import dev.prepgraph.partner.event.schema.SendTestEventPayload;
import dev.prepgraph.partner.event.schema.UpdateWebhookEndpointInput;
import dev.prepgraph.partner.event.schema.UpdateWebhookEndpointPayload;
import dev.prepgraph.partner.event.schema.WebhookDelivery;
import dev.prepgraph.partner.event.schema.WebhookDeliveryConnection;
import dev.prepgraph.partner.event.schema.WebhookDeliveryState;
import dev.prepgraph.partner.event.schema.WebhookEndpoint;
import dev.prepgraph.partner.schema.PartnerProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of webhooks. */
@GraphQLApi
public class WebhookApi {

  private static final String WHO = " For the partner's service with the scope EVENTS, and admins.";

  private static final int MAX_ENDPOINTS = 100;

  private final EndpointService endpoints;
  private final DeliveryService deliveries;

  WebhookApi(EndpointService endpoints, DeliveryService deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  @Name("webhookEndpoints")
  @Description("The endpoints that receive its events, the oldest first." + WHO)
  @ListSize(assumedSize = MAX_ENDPOINTS)
  public List<List<@NonNull WebhookEndpoint>> endpointsOfPartners(
      @Source List<PartnerProfile> partners) {
    Map<UUID, List<WebhookEndpoint>> found =
        endpoints.of(partners.stream().map(PartnerProfile::key).toList());
    return partners.stream().map(partner -> found.getOrDefault(partner.key(), List.of())).toList();
  }

  @Name("deliveries")
  @Description("The deliveries of events to its endpoints, the newest first." + WHO)
  public WebhookDeliveryConnection deliveriesOfPartner(
      @Source PartnerProfile partner,
      @Name("state") @Description("State of the deliveries; any by default.")
          WebhookDeliveryState state,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before) {
    return WebhookDeliveryConnection.of(
        deliveries.list(partner.key(), state, PageRequest.of(first, after, last, before)));
  }

  @Name("endpoint")
  @Description("The endpoint; null when it was deleted meanwhile.")
  public List<WebhookEndpoint> endpointsOfDeliveries(@Source List<WebhookDelivery> of) {
    Map<UUID, WebhookEndpoint> found =
        endpoints.byIds(of.stream().map(WebhookDelivery::endpointKey).distinct().toList());
    return of.stream().map(delivery -> found.get(delivery.endpointKey())).toList();
  }

  @Mutation
  @NonNull
  @Description(
      "Creates an endpoint, which receives the events from now on; read catalogueChanges for what was before."
          + WHO)
  public CreateWebhookEndpointPayload createWebhookEndpoint(
      @NonNull @Name("input") @Description("The endpoint.") CreateWebhookEndpointInput input) {
    return Payload.of(
        () -> endpoints.create(input),
        errors -> new CreateWebhookEndpointPayload(null, null, errors));
  }

  @Mutation
  @NonNull
  @Description("Changes, disables or enables an endpoint." + WHO)
  public UpdateWebhookEndpointPayload updateWebhookEndpoint(
      @NonNull @Name("input") @Description("The changes.") UpdateWebhookEndpointInput input) {
    return Payload.of(UpdateWebhookEndpointPayload::new, () -> endpoints.update(input));
  }

  @Mutation
  @NonNull
  @Description(
      "Makes a new secret for an endpoint. For a while its events are signed with both secrets."
          + WHO)
  public RotateWebhookSecretPayload rotateWebhookSecret(
      @NonNull @Name("input") @Description("The endpoint.") RotateWebhookSecretInput input) {
    return Payload.of(
        () -> endpoints.rotate(input),
        errors -> new RotateWebhookSecretPayload(null, null, errors));
  }

  @Mutation
  @NonNull
  @Description("Deletes an endpoint with its deliveries." + WHO)
  public DeleteWebhookEndpointPayload deleteWebhookEndpoint(
      @NonNull @Name("input") @Description("The endpoint.") DeleteWebhookEndpointInput input) {
    return Payload.of(DeleteWebhookEndpointPayload::new, () -> endpoints.delete(input.id()));
  }

  @Mutation
  @NonNull
  @Description("Tries dead deliveries of an endpoint again." + WHO)
  public ReplayDeliveriesPayload replayDeliveries(
      @NonNull @Name("input") @Description("The deliveries.") ReplayDeliveriesInput input) {
    return Payload.of(
        () -> new ReplayDeliveriesPayload(deliveries.replay(input), List.of()),
        errors -> new ReplayDeliveriesPayload(0, errors));
  }

  @Mutation
  @NonNull
  @Description("Sends an event of the type TEST to an endpoint." + WHO)
  public SendTestEventPayload sendTestEvent(
      @NonNull @Name("input") @Description("The endpoint.") SendTestEventInput input) {
    return Payload.of(SendTestEventPayload::new, () -> deliveries.sendTest(input.endpointId()));
  }
}
