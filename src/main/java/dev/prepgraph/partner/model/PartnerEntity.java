package dev.prepgraph.partner.model;

import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerScope;
import dev.prepgraph.partner.schema.PartnerBudget;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.UuidGenerator;

/** A partner. Other tables refer to it by its key alone. */
@Entity
@Table(schema = "partner", name = "partner")
public class PartnerEntity {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  String slug;
  String name;
  String clientId;
  String loginClientId;
  String[] scopes;
  String[] origins;
  Integer points;
  Integer restoreRate;
  Instant createdAt;
  Instant revokedAt;
  int version;

  /** Set by a trigger. */
  @Column(insertable = false, updatable = false)
  int revision;

  protected PartnerEntity() {}

  public PartnerEntity(String slug, PartnerSettings settings, Instant createdAt) {
    this.slug = slug;
    this.createdAt = createdAt;
    set(settings);
  }

  public int version() {
    return version;
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }

  /** Sets a new version. */
  public void apply(PartnerSettings settings) {
    set(settings);
  }

  private void set(PartnerSettings settings) {
    name = settings.name();
    clientId = settings.clientId();
    loginClientId = settings.loginClientId();
    scopes = settings.scopes().stream().sorted().map(PartnerScope::name).toArray(String[]::new);
    origins = settings.origins().stream().sorted().toArray(String[]::new);
    PartnerBudget budget = settings.budget();
    points = budget == null ? null : Integer.valueOf(budget.points());
    restoreRate = budget == null ? null : Integer.valueOf(budget.restoreRate());
    version++;
  }

  /**
   * Revokes or restores the partner, which makes a new version.
   *
   * @param at null to restore
   */
  public void revoke(Instant at) {
    revokedAt = at;
    version++;
  }

  public PartnerSettings settings() {
    return new PartnerSettings(
        name,
        clientId,
        loginClientId,
        Stream.of(PartnerScope.values())
            .filter(scope -> List.of(scopes).contains(scope.name())) // others are of later versions
            .collect(Collectors.toUnmodifiableSet()),
        Set.copyOf(List.of(origins)),
        points == null ? null : new PartnerBudget(points, restoreRate));
  }

  public Partner toPartner() {
    PartnerSettings settings = settings();
    return new Partner(
        id,
        slug,
        name,
        clientId,
        loginClientId,
        settings.scopes(),
        settings.origins(),
        settings.budget(),
        createdAt,
        revokedAt,
        version,
        revision);
  }
}
