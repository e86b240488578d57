package dev.prepgraph.partner.event;

import dev.prepgraph.common.error.ListChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.partner.event.DeliveryRepository.StoredDelivery;
import dev.prepgraph.partner.event.WebhookAccess.Partners;
import dev.prepgraph.partner.event.delivery.WebhookConfig;
import dev.prepgraph.partner.event.delivery.Webhooks;
import dev.prepgraph.partner.event.model.DeliveryEntity;
import dev.prepgraph.partner.event.model.EndpointEntity;
import dev.prepgraph.partner.event.model.EventEntity;
import dev.prepgraph.partner.event.schema.ReplayDeliveriesInput;
import dev.prepgraph.partner.event.schema.WebhookDelivery;
import dev.prepgraph.partner.event.schema.WebhookDeliveryState;
import dev.prepgraph.partner.event.schema.WebhookEventType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Shows and repeats deliveries. */
@ApplicationScoped
class DeliveryService {

  private static final int MAX_IDS = 100;
  private static final int MAX_REPLAYED = 1_000;
  private static final int MAX_TESTS = 10;

  /** Replaces an unknown id; no delivery has this key. */
  private static final UUID NONE = new UUID(0, 0);

  private final WebhookAccess access;
  private final EndpointService endpoints;
  private final DeliveryRepository repository;
  private final Webhooks webhooks;
  private final WebhookConfig config;
  private final Session session;
  private final Clock clock;

  DeliveryService(
      WebhookAccess access,
      EndpointService endpoints,
      DeliveryRepository repository,
      Webhooks webhooks,
      WebhookConfig config,
      Session session,
      Clock clock) {
    this.access = access;
    this.endpoints = endpoints;
    this.repository = repository;
    this.webhooks = webhooks;
    this.config = config;
    this.session = session;
    this.clock = clock;
  }

  @Produces
  @Singleton
  NodeLoader deliveryNodes() {
    return new NodeLoader(
        WebhookDelivery.KIND,
        ids -> access.find().map(partners -> byIds(partners, ids)).orElse(Map.of()));
  }

  private Map<UUID, WebhookDelivery> byIds(Partners partners, Collection<UUID> ids) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                repository.byIds(ids).stream()
                    .filter(delivery -> partners.contains(delivery.partner()))
                    .map(DeliveryService::present)
                    .collect(Collectors.toMap(WebhookDelivery::key, delivery -> delivery)));
  }

  /** A page of the deliveries of a partner, the newest first; one statement. */
  Page<WebhookDelivery> list(UUID partner, WebhookDeliveryState state, PageRequest request) {
    access.require(List.of(partner));
    return QuarkusTransaction.requiringNew()
        .call(() -> repository.page(partner, state, request).map(DeliveryService::present));
  }

  /** Returns the number of deliveries that are pending again. */
  int replay(ReplayDeliveriesInput input) {
    Partners partners = access.require();
    List<UserError> errors = new ArrayList<>();
    ListChecks.length(errors, input.ids(), MAX_IDS, "input", "ids");
    UserErrorException.throwIfAny(errors);
    List<UUID> ids =
        input.ids() == null
            ? null
            : input.ids().stream()
                .map(id -> NodeId.parse(WebhookDelivery.KIND, id).orElse(NONE))
                .distinct()
                .toList();
    int replayed =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  EndpointEntity endpoint =
                      endpoints.lock(partners, input.endpointId(), "endpointId");
                  int found =
                      repository.replay(
                          endpoint.partnerId,
                          endpoint.id,
                          ids,
                          MAX_REPLAYED,
                          clock.instant(),
                          expiry());
                  if (ids != null && found < ids.size()) {
                    throw UserErrorException.notFound(
                        "dead deliveries of the endpoint", "input", "ids");
                  }
                  return found;
                });
    webhooks.wake();
    return replayed;
  }

  WebhookDelivery sendTest(String endpointId) {
    Partners partners = access.require();
    WebhookDelivery queued =
        QuarkusTransaction.requiringNew()
            .call(() -> queueTest(endpoints.lock(partners, endpointId, "endpointId")));
    webhooks.wake();
    return queued;
  }

  private WebhookDelivery queueTest(EndpointEntity endpoint) {
    if (!endpoint.enabled) {
      throw new UserErrorException(
          UserErrorCode.INVALID, "endpointId must be an enabled endpoint", "input", "endpointId");
    }
    if (repository.pendingTests(endpoint.partnerId, endpoint.id) >= MAX_TESTS) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED,
          "An endpoint has at most " + MAX_TESTS + " pending test events");
    }
    Instant now = clock.instant();
    UUID event = UUID.randomUUID();
    EventEntity test =
        new EventEntity(
            event,
            endpoint.partnerId,
            WebhookEventType.TEST,
            "{\"type\": \"TEST\", \"timestamp\": \"" + now + "\", \"data\": {}}",
            now);
    session.persist(test);
    DeliveryEntity delivery = new DeliveryEntity(endpoint, test.number, event, now, expiry());
    session.persist(delivery);
    session.flush();
    return present(repository.byIds(List.of(delivery.id)).get(0));
  }

  private Instant expiry() {
    return clock.instant().plus(config.maxAge());
  }

  private static WebhookDelivery present(StoredDelivery delivery) {
    return new WebhookDelivery(
        NodeId.of(WebhookDelivery.KIND, delivery.id()),
        delivery.event().toString(),
        delivery.type(),
        delivery.payload(),
        delivery.state(),
        delivery.attempts(),
        delivery.state() == WebhookDeliveryState.PENDING ? delivery.dueAt() : null,
        delivery.status(),
        delivery.failure(),
        delivery.createdAt(),
        delivery.finishedAt(),
        delivery.id(),
        delivery.endpoint());
  }
}
