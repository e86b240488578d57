package dev.prepgraph.partner;

import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.KeysetPages;
import dev.prepgraph.paging.KeysetQuery;
import dev.prepgraph.paging.OrderDirection;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.partner.model.PartnerEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Partners by key, active and revoked; its callers have a transaction. */
@ApplicationScoped
public class PartnerRepository implements PanacheRepositoryBase<PartnerEntity, UUID> {

  @RegisterForReflection
  record Listed(PartnerEntity partner) {}

  private static final Keyset<Listed> BY_SLUG =
      new Keyset<>(
          OrderDirection.ASC,
          List.of(Key.lowerCase("p.slug")),
          listed -> List.of(listed.partner().toPartner().slug()));

  private static final String TAKEN =
      """
      select count(*) from PartnerEntity p
      where p.slug <> :slug and (p.clientId = :client or p.loginClientId = :client)
      """;

  private final KeysetPages pages;

  PartnerRepository(KeysetPages pages) {
    this.pages = pages;
  }

  /** All of them by slug. */
  public List<Partner> partners() {
    return listAll(Sort.by("slug")).stream().map(PartnerEntity::toPartner).toList();
  }

  public Optional<PartnerEntity> bySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /** A partner that no other transaction changes before this one ends. */
  public Optional<PartnerEntity> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Whether another partner uses an OAuth client for its services or its users. */
  public boolean isTaken(String client, String slug) {
    return getSession()
            .createSelectionQuery(TAKEN, Long.class)
            .setParameter("slug", slug)
            .setParameter("client", client)
            .getSingleResult()
        > 0;
  }

  /** A page of all partners by slug. */
  public Page<Partner> page(PageRequest request) {
    return pages
        .read(
            "partners",
            new KeysetQuery<>(Listed.class, "p", "from PartnerEntity p where true", BY_SLUG),
            request)
        .map(listed -> listed.partner().toPartner());
  }
}
