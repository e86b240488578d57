package dev.prepgraph.partner.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Partner")
@Description("A career site that integrates the schema. Visible to its services and to admins.")
public record PartnerProfile(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Unique name for requests and URLs; never changes.") String slug,
    @NonNull @Description("Display name.") String name,
    @NonNull @Description("OAuth client of its services, which use client credentials.")
        String clientId,
    @Description("OAuth client with which its site logs users in.") String loginClientId,
    @NonNull @Description("What it may do.") @ListSize(assumedSize = 3)
        List<@NonNull PartnerScope> scopes,
    @NonNull @Description("Origins whose pages may name the partner.") @ListSize(assumedSize = 20)
        List<@NonNull String> origins,
    @Description("Own budget of its services; null for the default one.") PartnerBudget budget,
    @NonNull @Description("Time of the creation.") Instant createdAt,
    @Description("Time of the revocation; null while the partner is active.") Instant revokedAt,
    @NonNull @Description("Increases by one with each change of these fields.") int version,
    @Ignore UUID key)
    implements Node {

  public static final char KIND = 'N';

  public static PartnerProfile of(Partner partner) {
    return new PartnerProfile(
        NodeId.of(KIND, partner.id()),
        partner.slug(),
        partner.name(),
        partner.clientId(),
        partner.loginClientId(),
        partner.scopes().stream().sorted().toList(),
        partner.origins().stream().sorted().toList(),
        partner.budget(),
        partner.createdAt(),
        partner.revokedAt(),
        partner.version(),
        partner.id());
  }
}
