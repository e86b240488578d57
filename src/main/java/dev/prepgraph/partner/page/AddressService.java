package dev.prepgraph.partner.page;

import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.common.error.ListChecks;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.overlay.PartnerCache;
import dev.prepgraph.partner.overlay.PartnerWrites;
import dev.prepgraph.partner.overlay.UrlTemplate;
import dev.prepgraph.partner.page.AddressRepository.Hosted;
import dev.prepgraph.partner.page.model.GuideAddressEntity;
import dev.prepgraph.partner.page.schema.GuideAddress;
import dev.prepgraph.partner.page.schema.SetGuideAddressesInput;
import dev.prepgraph.partner.schema.PartnerProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rules of the addresses of partners' pages. */
@ApplicationScoped
class AddressService {

  private record Key() {}

  private static final int MAX_ADDRESSES = 20;
  private static final int MAX_URL = 1_000;
  private static final Set<String> PLACEHOLDERS = Set.of("slug", "locale");

  private final AddressRepository repository;
  private final PartnerWrites writes;
  private final PartnerCache cache;

  AddressService(AddressRepository repository, PartnerWrites writes, PartnerCache cache) {
    this.repository = repository;
    this.writes = writes;
    this.cache = cache;
  }

  /** Replaces the addresses of a partner. */
  List<GuideAddress> set(SetGuideAddressesInput input) {
    Partner partner = writes.requirePartner(input.partner());
    List<GuideAddress> addresses =
        input.addresses().stream().map(AddressService::normalized).toList();
    UserErrorException.throwIfAny(errors(addresses));
    writes.publish(
        partner,
        () -> {
          repository.delete("key.partnerId", partner.id());
          for (int i = 0; i < addresses.size(); i++) {
            GuideAddress address = addresses.get(i);
            repository.persist(
                new GuideAddressEntity(
                    partner.id(), address, i, UrlTemplate.host(address.urlTemplate())));
          }
          return null;
        });
    return addresses;
  }

  private static GuideAddress normalized(GuideAddress address) {
    return new GuideAddress(address.locale(), UrlTemplate.normalized(address.urlTemplate()));
  }

  private static List<UserError> errors(List<GuideAddress> addresses) {
    List<UserError> errors = new ArrayList<>();
    ListChecks.length(errors, addresses, MAX_ADDRESSES, "input", "addresses");
    if (!errors.isEmpty()) {
      return errors;
    }
    Set<String> locales = new HashSet<>();
    for (int i = 0; i < addresses.size(); i++) {
      GuideAddress address = addresses.get(i);
      String[] locale = {"input", "addresses", String.valueOf(i), "locale"};
      String[] template = {"input", "addresses", String.valueOf(i), "urlTemplate"};
      TextChecks.locale(errors, address.locale(), locale);
      if (!locales.add(address.locale().toLowerCase(Locale.ROOT))) {
        errors.add(
            UserError.of(UserErrorCode.DUPLICATE, "locale must be unique in its list", locale));
      }
      if (!isValid(address.urlTemplate())) {
        errors.add(
            UserError.of(
                UserErrorCode.INVALID,
                "urlTemplate must be an https URL with {slug}, for example https://example.com/interviews/{slug}",
                template));
      }
    }
    return errors;
  }

  private static boolean isValid(String template) {
    return template.length() <= MAX_URL
        && template.contains("{slug}")
        && UrlTemplate.isValid(template, PLACEHOLDERS);
  }

  /** The stored addresses of partners that the caller may read; null for a revoked partner. */
  List<List<GuideAddress>> list(List<PartnerProfile> partners) {
    List<UUID> keys =
        partners.stream()
            .map(partner -> writes.partner(partner.slug()).map(Partner::id).orElse(null))
            .toList();
    Set<UUID> known = keys.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    Map<UUID, List<GuideAddress>> found =
        known.isEmpty() ? Map.of() : writes.read(() -> repository.of(known));
    return keys.stream()
        .map(key -> key == null ? null : found.getOrDefault(key, List.of()))
        .toList();
  }

  /** The addresses of a partner; a statement where they are not cached. */
  GuideAddresses of(Partner partner) {
    return cache
        .<Key, GuideAddresses>load(partner, List.of(new Key()), keys -> load(partner))
        .get(new Key());
  }

  private Map<Key, Weighted.Value<GuideAddresses>> load(Partner partner) {
    List<GuideAddress> addresses =
        writes
            .read(() -> repository.of(Set.of(partner.id())))
            .getOrDefault(partner.id(), List.of());
    int weight = addresses.stream().mapToInt(a -> 300 + 2 * a.urlTemplate().length()).sum() + 200;
    return Map.of(new Key(), new Weighted.Value<>(new GuideAddresses(addresses), weight));
  }

  /** The addresses of partners that may be the one of a page on a host. */
  List<Hosted> candidates(Set<UUID> partners, String host, String url) {
    return writes.read(() -> repository.candidates(partners, host, url));
  }
}
