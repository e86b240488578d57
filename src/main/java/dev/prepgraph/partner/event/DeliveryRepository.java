package dev.prepgraph.partner.event;

import dev.prepgraph.common.Hql;
import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.KeysetPages;
import dev.prepgraph.paging.KeysetQuery;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.partner.event.delivery.DeliveryFailure;
import dev.prepgraph.partner.event.model.DeliveryEntity;
import dev.prepgraph.partner.event.schema.WebhookDeliveryState;
import dev.prepgraph.partner.event.schema.WebhookEventType;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Deliveries of events to endpoints. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<DeliveryEntity, UUID> {

  @RegisterForReflection
  record StoredDelivery(
      UUID id,
      UUID partner,
      UUID endpoint,
      UUID event,
      WebhookEventType type,
      String payload,
      WebhookDeliveryState state,
      int attempts,
      Instant dueAt,
      Integer status,
      DeliveryFailure failure,
      Instant createdAt,
      Instant finishedAt) {}

  private static final String COMPONENTS =
      """
      d.id, d.partnerId, d.endpointId, v.id, v.type, v.payload, d.state, d.attempts, d.dueAt, d.status, d.failure,
      d.createdAt, d.finishedAt
      """;

  private static final String FROM =
      "from DeliveryEntity d join EventEntity v on v.number = d.number where true";

  private static final String BY_IDS = "select " + COMPONENTS + FROM + " and d.id in ?1";

  private static final String REPLAY =
      """
      update DeliveryEntity set state = PENDING, attempts = 0, dueAt = :now, expiresAt = :expiresAt, finishedAt = null
      where id in (
        select d.id from DeliveryEntity d
        where d.partnerId = :partner and d.endpointId = :endpoint and d.state = DEAD and %s
        order by d.number limit :limit)
      """;

  private static final String REPLAY_SOME = REPLAY.formatted("d.id in :ids");
  private static final String REPLAY_OLDEST = REPLAY.formatted("true");

  private static final String PENDING =
      """
      select count(*) from DeliveryEntity d join EventEntity v on v.number = d.number
      where d.endpointId = ?1 and d.state = PENDING and v.partnerId = ?2 and v.type = ?3
      """;

  /** Without their leases, so that the outcomes of attempts that still run are void. */
  private static final String EXPIRE =
      """
      update DeliveryEntity set state = DEAD, failure = EXPIRED, finishedAt = ?2, lease = null, leasedUntil = null
      where endpointId = ?1 and state = PENDING and number in (select v.number from EventEntity v where v.type in ?3)
      """;

  static {
    Hql.learn(BY_IDS, REPLAY_SOME, REPLAY_OLDEST, PENDING, EXPIRE);
  }

  private static final Keyset<StoredDelivery> NEWEST_FIRST =
      new Keyset<>(
          List.of(Key.time("d.createdAt"), Key.id("d.id")),
          delivery -> List.of(delivery.createdAt(), delivery.id()));

  private final KeysetPages pages;

  DeliveryRepository(KeysetPages pages) {
    this.pages = pages;
  }

  List<StoredDelivery> byIds(Collection<UUID> ids) {
    return find(BY_IDS, ids).project(StoredDelivery.class).list();
  }

  /**
   * The deliveries of a partner, the newest first.
   *
   * @param state null for any
   */
  Page<StoredDelivery> page(UUID partner, WebhookDeliveryState state, PageRequest request) {
    return pages.read(
        "webhook deliveries " + partner + " " + state,
        new KeysetQuery<>(StoredDelivery.class, COMPONENTS, FROM, NEWEST_FIRST)
            .where("d.partnerId = :partner", "partner", partner)
            .where("d.state = :state", "state", state),
        request);
  }

  /**
   * Makes dead deliveries of an endpoint pending again, the oldest first.
   *
   * @param ids null for any
   */
  int replay(
      UUID partner,
      UUID endpoint,
      Collection<UUID> ids,
      int limit,
      Instant now,
      Instant expiresAt) {
    var update =
        getEntityManager()
            .createQuery(ids == null ? REPLAY_OLDEST : REPLAY_SOME)
            .setParameter("partner", partner)
            .setParameter("endpoint", endpoint)
            .setParameter("limit", limit)
            .setParameter("now", now)
            .setParameter("expiresAt", expiresAt);
    if (ids != null) {
      update.setParameter("ids", ids);
    }
    return update.executeUpdate();
  }

  /** Gives up the pending deliveries of events of some types to an endpoint. */
  void expire(UUID endpoint, Set<WebhookEventType> types, Instant now) {
    getEntityManager()
        .createQuery(EXPIRE)
        .setParameter(1, endpoint)
        .setParameter(2, now)
        .setParameter(3, types)
        .executeUpdate();
  }

  /** The number of test events that an endpoint has not received yet. */
  long pendingTests(UUID partner, UUID endpoint) {
    return getEntityManager()
        .createQuery(PENDING, Long.class)
        .setParameter(1, endpoint)
        .setParameter(2, partner)
        .setParameter(3, WebhookEventType.TEST)
        .getSingleResult();
  }
}
