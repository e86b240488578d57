package dev.prepgraph.partner.overlay;

import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.partner.AdminAccess;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerDirectory;
import dev.prepgraph.partner.PartnerRepository;
import dev.prepgraph.partner.PartnerScope;
import dev.prepgraph.partner.PartnerWatcher;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/** Transactions on what belongs to a partner; the writes of a partner are serialized. */
@ApplicationScoped
public class PartnerWrites {

  /** A trigger counts it. */
  private static final String CHANGED = "update PartnerEntity set version = version where id = ?1";

  private final PartnerRepository repository;
  private final PartnerDirectory partners;
  private final PartnerWatcher watcher;
  private final CurrentPartner current;
  private final AdminAccess admins;

  PartnerWrites(
      PartnerRepository repository,
      PartnerDirectory partners,
      PartnerWatcher watcher,
      CurrentPartner current,
      AdminAccess admins) {
    this.repository = repository;
    this.partners = partners;
    this.watcher = watcher;
    this.current = current;
    this.admins = admins;
  }

  /** As {@link #partner}; rejects the input of a mutation that names another one. */
  public Partner requirePartner(String slug) {
    return partner(slug)
        .orElseThrow(
            () ->
                UserErrorException.notFound("an active partner of the caller", "input", "partner"));
  }

  /**
   * The partner whose overlays and addresses the caller may read and write: its own with the scope
   * OVERLAY, or any for an admin.
   *
   * @param slug null for the caller's own partner
   * @return empty for an unknown partner, and another than the caller's own
   */
  public Optional<Partner> partner(String slug) {
    if (slug != null && admins.isAdmin()) {
      return partners.bySlug(slug);
    }
    Partner own = current.require(PartnerScope.OVERLAY);
    return Optional.of(own).filter(partner -> slug == null || slug.equals(partner.slug()));
  }

  /** Reads in a transaction of its own. */
  public <T> T read(Supplier<T> work) {
    return QuarkusTransaction.requiringNew().call(work::get);
  }

  /** Reads and writes what no page shows, all or nothing; the work may rely on its reads. */
  public <T> T call(Partner partner, Supplier<T> work) {
    return read(
        () -> {
          repository.locked(partner.id());
          return work.get();
        });
  }

  /** As {@link #call}; makes all replicas forget what they cached of the partner. */
  public <T> T publish(Partner partner, Supplier<T> work) {
    T result =
        call(
            partner,
            () -> {
              T written = work.get();
              repository.update(CHANGED, partner.id());
              return written;
            });
    watcher.refresh();
    return result;
  }
}
