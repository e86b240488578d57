package dev.prepgraph.partner;

import dev.prepgraph.partner.model.PartnerEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Partners by key. */
@ApplicationScoped
class PartnerRepository implements PanacheRepositoryBase<PartnerEntity, UUID> {

  /** All partners, also revoked ones, in a transaction of its own. */
  List<Partner> partners() {
    return QuarkusTransaction.requiringNew()
        .call(() -> listAll().stream().map(PartnerEntity::toPartner).toList());
  }
}
