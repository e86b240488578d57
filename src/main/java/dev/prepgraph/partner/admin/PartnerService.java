package dev.prepgraph.partner.admin;

import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerRepository;
import dev.prepgraph.partner.PartnerWatcher;
import dev.prepgraph.partner.model.PartnerEntity;
import dev.prepgraph.partner.model.PartnerSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;

/** Changes of partners, which are in force on this replica at once, and on others after a poll. */
@ApplicationScoped
class PartnerService {

  private static final Pattern SLUG = Pattern.compile("(?=.{2,60}$)[a-z0-9]+(-[a-z0-9]+)*");

  /**
   * A partner after a change.
   *
   * @param isNew whether the change made a new version, and did not repeat one
   */
  private record Changed(Partner partner, boolean isNew) {}

  private final PartnerRepository repository;
  private final PartnerWatcher watcher;
  private final AuditLog audit;
  private final Clock clock;

  PartnerService(
      PartnerRepository repository, PartnerWatcher watcher, AuditLog audit, Clock clock) {
    this.repository = repository;
    this.watcher = watcher;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Creates a partner.
   *
   * @param admin null for a command
   */
  Partner create(String slug, PartnerSettings settings, UUID admin) {
    if (!SLUG.matcher(slug).matches()) {
      throw new UserErrorException(
          UserErrorCode.INVALID,
          "slug must be 2 to 60 lower-case letters, digits and single hyphens",
          "input",
          "slug");
    }
    settings.check();
    return change(
        AuditLog.Event.PARTNER_CREATED,
        admin,
        () -> {
          Optional<PartnerEntity> existing = repository.bySlug(slug);
          if (existing.isPresent()) {
            return repeated(existing.get(), settings);
          }
          checkClients(slug, settings);
          PartnerEntity created = new PartnerEntity(slug, settings, clock.instant());
          repository.persistAndFlush(created);
          return new Changed(created.toPartner(), true);
        });
  }

  private static Changed repeated(PartnerEntity existing, PartnerSettings settings) {
    if (!existing.settings().equals(settings)) {
      throw new UserErrorException(
          UserErrorCode.DUPLICATE, "slug must not be that of another partner", "input", "slug");
    }
    return new Changed(existing.toPartner(), false);
  }

  private void checkClients(String slug, PartnerSettings settings) {
    if (repository.isTaken(settings.clientId(), slug)) {
      throw duplicate("clientId");
    }
    if (settings.loginClientId() != null && repository.isTaken(settings.loginClientId(), slug)) {
      throw duplicate("loginClientId");
    }
  }

  private static UserErrorException duplicate(String field) {
    return new UserErrorException(
        UserErrorCode.DUPLICATE, field + " must not be that of another partner", "input", field);
  }

  /** Changes the settings of a partner; equal ones make no new version. */
  Partner update(UUID id, int expected, UnaryOperator<PartnerSettings> update, UUID admin) {
    return change(
        AuditLog.Event.PARTNER_UPDATED,
        admin,
        () -> {
          PartnerEntity partner = locked(id);
          PartnerSettings settings = update.apply(partner.settings());
          settings.check();
          boolean equal = settings.equals(partner.settings());
          OptimisticLock.check(partner.version(), expected, equal, "input", "expectedVersion");
          if (!equal) {
            checkClients(partner.toPartner().slug(), settings);
            partner.apply(settings);
            repository.flush();
          }
          return new Changed(partner.toPartner(), !equal);
        });
  }

  /** Revokes or restores a partner. */
  Partner setRevoked(UUID id, int expected, boolean revoked, UUID admin) {
    return change(
        revoked ? AuditLog.Event.PARTNER_REVOKED : AuditLog.Event.PARTNER_RESTORED,
        admin,
        () -> {
          PartnerEntity partner = locked(id);
          boolean equal = partner.isRevoked() == revoked;
          OptimisticLock.check(partner.version(), expected, equal, "input", "expectedVersion");
          if (!equal) {
            partner.revoke(revoked ? clock.instant() : null);
            repository.flush();
          }
          return new Changed(partner.toPartner(), !equal);
        });
  }

  private PartnerEntity locked(UUID id) {
    return Optional.ofNullable(id)
        .flatMap(repository::locked)
        .orElseThrow(() -> UserErrorException.notFound("a partner", "input", "id"));
  }

  private Partner change(AuditLog.Event event, UUID admin, Supplier<Changed> work) {
    Changed changed;
    try {
      changed = transaction(work);
    } catch (ConstraintViolationException e) {
      // Another change at the same time.
      throw new UserErrorException(
          UserErrorCode.DUPLICATE, "slug and clients must not be those of another partner");
    }
    if (changed.isNew()) {
      audit.record(event, changed.partner().id(), admin);
      watcher.refresh();
    }
    return changed.partner();
  }

  private static <T> T transaction(Supplier<T> work) {
    return QuarkusTransaction.requiringNew().call(work::get);
  }

  /** An active or revoked partner. */
  Optional<Partner> bySlug(String slug) {
    return transaction(() -> repository.bySlug(slug).map(PartnerEntity::toPartner));
  }

  /** All active and revoked partners. */
  List<Partner> all() {
    return transaction(repository::partners);
  }

  /** Active and revoked partners. */
  List<Partner> byIds(Collection<UUID> ids) {
    return transaction(
        () -> repository.list("id in ?1", ids).stream().map(PartnerEntity::toPartner).toList());
  }

  /** A page of all partners by slug. */
  <T> Page<T> page(PageRequest request, Function<Partner, T> view) {
    return transaction(() -> repository.page(request)).map(view);
  }
}
