package dev.prepgraph.partner.model;

import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A partner. Other tables refer to it by its key alone. */
@Entity
@Table(schema = "partner", name = "partner")
public class PartnerEntity {

  @Id public UUID id;
  public String slug;
  public String name;
  public String clientId;
  public String loginClientId;
  String[] scopes;
  String[] origins;
  public Integer points;
  public Integer restoreRate;
  public Instant createdAt;
  public Instant revokedAt;
  public int version;

  /** Set by a trigger. */
  @Column(insertable = false, updatable = false)
  int revision;

  public void setScopes(Set<PartnerScope> scopes) {
    this.scopes = scopes.stream().sorted().map(PartnerScope::name).toArray(String[]::new);
  }

  public void setOrigins(Set<String> origins) {
    this.origins = origins.stream().sorted().toArray(String[]::new);
  }

  public Partner toPartner() {
    return new Partner(
        id,
        slug,
        name,
        clientId,
        loginClientId,
        Stream.of(scopes).map(PartnerScope::valueOf).collect(Collectors.toUnmodifiableSet()),
        Set.of(origins),
        points,
        restoreRate,
        createdAt,
        revokedAt,
        version,
        revision);
  }
}
