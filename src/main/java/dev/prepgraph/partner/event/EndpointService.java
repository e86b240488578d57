package dev.prepgraph.partner.event;

import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.event.WebhookAccess.Partners;
import dev.prepgraph.partner.event.delivery.EndpointUrl;
import dev.prepgraph.partner.event.delivery.WebhookConfig;
import dev.prepgraph.partner.event.delivery.WebhookSecrets;
import dev.prepgraph.partner.event.model.EndpointEntity;
import dev.prepgraph.partner.event.schema.CreateWebhookEndpointInput;
import dev.prepgraph.partner.event.schema.CreateWebhookEndpointPayload;
import dev.prepgraph.partner.event.schema.RotateWebhookSecretInput;
import dev.prepgraph.partner.event.schema.RotateWebhookSecretPayload;
import dev.prepgraph.partner.event.schema.UpdateWebhookEndpointInput;
import dev.prepgraph.partner.event.schema.WebhookDisabledReason;
import dev.prepgraph.partner.event.schema.WebhookEndpoint;
import dev.prepgraph.partner.event.schema.WebhookEventType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rules of the endpoints of partners. */
@ApplicationScoped
class EndpointService {

  private static final Set<WebhookEventType> ALL =
      EnumSet.complementOf(EnumSet.of(WebhookEventType.TEST));

  private final WebhookAccess access;
  private final EndpointRepository repository;
  private final DeliveryRepository deliveries;
  private final WebhookSecrets secrets;
  private final WebhookConfig config;
  private final Clock clock;

  EndpointService(
      WebhookAccess access,
      EndpointRepository repository,
      DeliveryRepository deliveries,
      WebhookSecrets secrets,
      WebhookConfig config,
      Clock clock) {
    this.access = access;
    this.repository = repository;
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.config = config;
    this.clock = clock;
  }

  @Produces
  @Singleton
  NodeLoader endpointNodes() {
    return new NodeLoader(
        WebhookEndpoint.KIND,
        ids -> access.find().map(partners -> byIds(partners, ids)).orElse(Map.of()));
  }

  /** The endpoints of partners, the oldest first; one statement. */
  Map<UUID, List<WebhookEndpoint>> of(Collection<UUID> partners) {
    access.require(partners);
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                repository.of(partners).stream()
                    .collect(
                        Collectors.groupingBy(
                            endpoint -> endpoint.partnerId,
                            Collectors.mapping(EndpointService::present, Collectors.toList()))));
  }

  /** Those of the ids that the caller may see. */
  Map<UUID, WebhookEndpoint> byIds(Collection<UUID> ids) {
    return byIds(access.require(), ids);
  }

  private Map<UUID, WebhookEndpoint> byIds(Partners partners, Collection<UUID> ids) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                repository.find(partners, ids).stream()
                    .map(EndpointService::present)
                    .collect(Collectors.toMap(WebhookEndpoint::key, endpoint -> endpoint)));
  }

  CreateWebhookEndpointPayload create(CreateWebhookEndpointInput input) {
    Partner partner = access.requirePartner(input.partner());
    String key = secrets.currentKey();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<EndpointEntity> others = others(partner.id(), null);
              check(input.url(), input.eventTypes(), others);
              if (others.size() >= config.perPartner()) {
                throw new UserErrorException(
                    UserErrorCode.LIMIT_REACHED,
                    "A partner has at most " + config.perPartner() + " endpoints");
              }
              EndpointEntity created = new EndpointEntity();
              created.partnerId = partner.id();
              created.url = input.url();
              created.setTypes(input.eventTypes() == null ? ALL : input.eventTypes());
              created.enabled = true;
              created.position = repository.lastEvent();
              created.secretVersion = 1;
              created.secretKey = key;
              created.version = 1;
              created.createdAt = clock.instant();
              repository.persist(created);
              return new CreateWebhookEndpointPayload(present(created), secret(created), List.of());
            });
  }

  /** The other endpoints of a partner, which gets no more until the end of the transaction. */
  private List<EndpointEntity> others(UUID partner, UUID endpoint) {
    repository.lockPartner(partner);
    return repository.of(List.of(partner)).stream()
        .filter(other -> !other.id.equals(endpoint))
        .toList();
  }

  WebhookEndpoint update(UpdateWebhookEndpointInput input) {
    Partners partners = access.require();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              EndpointEntity endpoint = lock(partners, input.id(), "id");
              boolean unchanged = isUnchanged(endpoint, input);
              OptimisticLock.check(
                  endpoint.version, input.expectedVersion(), unchanged, "input", "expectedVersion");
              if (unchanged) {
                return present(endpoint);
              }
              check(input.url(), input.eventTypes(), others(endpoint.partnerId, endpoint.id));
              apply(input, endpoint);
              return present(endpoint);
            });
  }

  private static boolean isUnchanged(EndpointEntity endpoint, UpdateWebhookEndpointInput input) {
    return (input.url() == null || input.url().equals(endpoint.url))
        && (input.eventTypes() == null
            || Set.copyOf(input.eventTypes()).equals(Set.copyOf(endpoint.types())))
        && (input.enabled() == null || input.enabled() == endpoint.enabled);
  }

  private void apply(UpdateWebhookEndpointInput input, EndpointEntity endpoint) {
    if (input.url() != null) {
      endpoint.url = input.url();
    }
    if (input.eventTypes() != null) {
      endpoint.setTypes(input.eventTypes());
    }
    if (input.enabled() != null && input.enabled() != endpoint.enabled) {
      endpoint.enabled = input.enabled();
      endpoint.disabledReason = input.enabled() ? null : WebhookDisabledReason.PARTNER;
      if (input.enabled()) {
        endpoint.position = repository.lastEvent();
        deliveries.expire(endpoint.id, missed(endpoint), clock.instant());
      }
    }
    endpoint.version++;
  }

  /** The types of events of which an endpoint gets none from before it was enabled. */
  private static Set<WebhookEventType> missed(EndpointEntity endpoint) {
    Set<WebhookEventType> types = EnumSet.allOf(WebhookEventType.class);
    if (endpoint.types().contains(WebhookEventType.USER_ERASED)) {
      types.remove(WebhookEventType.USER_ERASED); // which the change feed does not have
    }
    return types;
  }

  RotateWebhookSecretPayload rotate(RotateWebhookSecretInput input) {
    Partners partners = access.require();
    String key = secrets.currentKey();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              EndpointEntity endpoint = lock(partners, input.id(), "id");
              OptimisticLock.check(
                  endpoint.version, input.expectedVersion(), false, "input", "expectedVersion");
              endpoint.previousKey = endpoint.secretKey;
              endpoint.previousUntil = clock.instant().plus(config.rotationOverlap());
              endpoint.secretKey = key;
              endpoint.secretVersion++;
              endpoint.version++;
              return new RotateWebhookSecretPayload(present(endpoint), secret(endpoint), List.of());
            });
  }

  /** Deletes an endpoint with its deliveries; returns its id. */
  String delete(String id) {
    Partners partners = access.require();
    QuarkusTransaction.requiringNew().run(() -> repository.delete(lock(partners, id, "id")));
    return id;
  }

  /** An endpoint of the partners, locked until the end of the transaction. */
  EndpointEntity lock(Partners partners, String id, String field) {
    return NodeId.parse(WebhookEndpoint.KIND, id)
        .flatMap(key -> repository.lock(partners, key))
        .orElseThrow(
            () -> UserErrorException.notFound("an endpoint of the partner", "input", field));
  }

  /** Null values are not checked. */
  private void check(String url, List<WebhookEventType> types, List<EndpointEntity> others) {
    List<UserError> errors = new ArrayList<>();
    if (url != null && EndpointUrl.parse(url, config.insecure()).isEmpty()) {
      errors.add(
          UserError.of(
              UserErrorCode.INVALID,
              "url must be an https URL with a public host name and at most 1,000 characters, for example https://hooks.example.com/prepgraph",
              "input",
              "url"));
    } else if (others.stream().anyMatch(other -> other.url.equals(url))) {
      errors.add(
          UserError.of(
              UserErrorCode.DUPLICATE,
              "The partner has an endpoint with this url",
              "input",
              "url"));
    }
    if (types != null && (types.isEmpty() || types.contains(WebhookEventType.TEST))) {
      errors.add(
          UserError.of(
              UserErrorCode.INVALID,
              "eventTypes must have an entry, and none of them TEST",
              "input",
              "eventTypes"));
    }
    UserErrorException.throwIfAny(errors);
  }

  private String secret(EndpointEntity endpoint) {
    return secrets
        .secret(new WebhookSecrets.Origin(endpoint.id, endpoint.secretVersion, endpoint.secretKey))
        .orElseThrow();
  }

  private static WebhookEndpoint present(EndpointEntity endpoint) {
    return new WebhookEndpoint(
        WebhookEndpoint.id(endpoint.id),
        endpoint.url,
        endpoint.types(),
        endpoint.enabled,
        endpoint.disabledReason,
        endpoint.previousUntil,
        endpoint.version,
        endpoint.createdAt,
        endpoint.id);
  }
}
