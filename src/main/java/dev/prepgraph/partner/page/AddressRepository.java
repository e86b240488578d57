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

  private static final int MAX_CANDIDATES = 200;

  /** By what is before the first placeholder, as many partners may share a host. */
  private static final String CANDIDATES =
      """
      select a.key.partnerId, a.key.locale, a.urlTemplate from GuideAddressEntity a
      where a.host = ?1 and a.key.partnerId in ?2
        and left(a.urlTemplate, locate('{', a.urlTemplate) - 1) = left(?3, locate('{', a.urlTemplate) - 1)
      order by a.key.partnerId, a.position
      """;

  /** The addresses of partners, the default first. */
  Map<UUID, List<GuideAddress>> of(Set<UUID> partners) {
    return find(
            "select a.key.partnerId, a.key.locale, a.urlTemplate from GuideAddressEntity a where a.key.partnerId in ?1 order by a.key.partnerId, a.position",
            partners)
        .project(Hosted.class)
        .stream()
        .collect(groupingBy(Hosted::partner, mapping(Hosted::address, toList())));
  }

  /** The addresses of partners that may be the one of a page, those of the oldest partner first. */
  List<Hosted> candidates(Set<UUID> partners, String host, String url) {
    return find(CANDIDATES, host, partners, url)
        .project(Hosted.class)
        .page(0, MAX_CANDIDATES)
        .list();
  }
}
