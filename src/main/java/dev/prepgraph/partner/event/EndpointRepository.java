package dev.prepgraph.partner.event;

import dev.prepgraph.common.Hql;
import dev.prepgraph.partner.event.WebhookAccess.Partners;
import dev.prepgraph.partner.event.model.EndpointEntity;
import dev.prepgraph.partner.model.PartnerEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Endpoints of partners. */
@ApplicationScoped
class EndpointRepository implements PanacheRepositoryBase<EndpointEntity, UUID> {

  private static final String OF_PARTNERS =
      "from EndpointEntity e where in_array(:partners, e.partnerId) order by e.createdAt, e.id";

  private static final String VISIBLE =
      "from EndpointEntity e where in_array(:ids, e.id) and (:all = true or e.partnerId = :partner)";

  private static final String LAST_EVENT =
      "select coalesce(max(e.number), 0) from EventEntity e where e.partnerId is null";

  static {
    Hql.learn(OF_PARTNERS, VISIBLE, LAST_EVENT);
  }

  /** The endpoints of partners, the oldest first. */
  List<EndpointEntity> of(Collection<UUID> partners) {
    return list(OF_PARTNERS, Map.of("partners", partners.toArray(UUID[]::new)));
  }

  /** Those that exist and belong to the partners. */
  List<EndpointEntity> find(Partners partners, Collection<UUID> ids) {
    return list(VISIBLE, parameters(partners, ids));
  }

  /** As {@link #find}; locks it until the end of the transaction. */
  Optional<EndpointEntity> lock(Partners partners, UUID id) {
    return find(VISIBLE, parameters(partners, List.of(id)))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  private static Map<String, Object> parameters(Partners partners, Collection<UUID> ids) {
    boolean all = partners.partner() == null;
    // A parameter that is null has no type.
    UUID partner = all ? new UUID(0, 0) : partners.partner();
    return Map.of("ids", ids.toArray(UUID[]::new), "all", all, "partner", partner);
  }

  /** Serializes the transactions that count the endpoints of a partner. */
  void lockPartner(UUID partner) {
    getEntityManager().find(PartnerEntity.class, partner, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The number of the last event of all partners. */
  long lastEvent() {
    return getEntityManager().createQuery(LAST_EVENT, Long.class).getSingleResult();
  }
}
