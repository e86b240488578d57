package dev.prepgraph.partner.admin;

import dev.prepgraph.node.NodeLoader;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerAccess;
import dev.prepgraph.partner.schema.PartnerProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Loads partners by id: all for an admin, its own for a service. */
@ApplicationScoped
class PartnerNodes {

  private final PartnerService partners;
  private final PartnerAccess admins;
  private final CurrentPartner current;

  PartnerNodes(PartnerService partners, PartnerAccess admins, CurrentPartner current) {
    this.partners = partners;
    this.admins = admins;
    this.current = current;
  }

  @Produces
  @Singleton
  NodeLoader loader() {
    return new NodeLoader(PartnerProfile.KIND, this::byIds);
  }

  private Map<UUID, PartnerProfile> byIds(Collection<UUID> ids) {
    List<Partner> visible =
        admins.isAdmin()
            ? partners.byIds(ids)
            : current.machine().filter(own -> ids.contains(own.id())).stream().toList();
    return visible.stream().collect(Collectors.toMap(Partner::id, PartnerProfile::of));
  }
}
