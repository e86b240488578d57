package dev.prepgraph.partner.overlay;

import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerAccess;
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
  private final PartnerWatcher watcher;
  private final PartnerAccess access;

  PartnerWrites(PartnerRepository repository, PartnerWatcher watcher, PartnerAccess access) {
    this.repository = repository;
    this.watcher = watcher;
    this.access = access;
  }

  /** As {@link PartnerAccess#requirePartner}, for the scope OVERLAY. */
  public Partner requirePartner(String slug) {
    return access.requirePartner(slug, PartnerScope.OVERLAY);
  }

  /** As {@link PartnerAccess#partner}, for the scope OVERLAY. */
  public Optional<Partner> partner(String slug) {
    return access.partner(slug, PartnerScope.OVERLAY);
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
