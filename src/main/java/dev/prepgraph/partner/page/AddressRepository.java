package dev.prepgraph.partner.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.prepgraph.partner.page.model.GuideAddressEntity;
import dev.prepgraph.partner.page.schema.GuideAddress;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The addresses of partners' pages. */
@ApplicationScoped
class AddressRepository
    implements PanacheRepositoryBase<GuideAddressEntity, GuideAddressEntity.Key> {

  /** An address with its partner. */
  @RegisterForReflection
  record Hosted(UUID partner, String locale, String urlTemplate) {

    GuideAddress address() {
      return new GuideAddress(locale, urlTemplate);
    }
  }

  /** Partners that share a host are few. */
  private static final int MAX_HOSTED = 200;

  /** The addresses of partners, the default first. */
  Map<UUID, List<GuideAddress>> of(Set<UUID> partners) {
    return find(
            "select a.key.partnerId, a.key.locale, a.urlTemplate from GuideAddressEntity a where a.key.partnerId in ?1 order by a.key.partnerId, a.position",
            partners)
        .project(Hosted.class)
        .stream()
        .collect(groupingBy(Hosted::partner, mapping(Hosted::address, toList())));
  }

  /** The addresses on a host, those of the oldest partner first. */
  List<Hosted> onHost(String host) {
    return find(
            "select a.key.partnerId, a.key.locale, a.urlTemplate from GuideAddressEntity a where a.host = ?1 order by a.key.partnerId, a.position",
            host)
        .project(Hosted.class)
        .page(0, MAX_HOSTED)
        .list();
  }
}
