package dev.prepgraph.partner;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Decides which partner a request is of, from its token, the name it gives and its origin. */
@ApplicationScoped
public class PartnerIdentification {

  private final PartnerDirectory directory;

  PartnerIdentification(PartnerDirectory directory) {
    this.directory = directory;
  }

  /**
   * Rejects a request that names a partner it may not name, and a service without a partner.
   *
   * @param token null for an anonymous request
   * @param names the partners that it names
   * @param origins the values of its header {@code Origin}
   */
  public Optional<PartnerIdentity> identify(
      JsonWebToken token, List<String> names, List<String> origins) {
    TokenClient client = token == null ? null : TokenClient.of(token);
    if (client != null && client.isMachine()) {
      return Optional.of(new PartnerIdentity(ofMachine(client, names), true));
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new PartnerIdentity(named(client, names, origins), false));
  }

  private Partner ofMachine(TokenClient client, List<String> names) {
    return Optional.ofNullable(client.id())
        .flatMap(directory::byClient)
        .filter(partner -> names.stream().allMatch(partner.slug()::equals))
        .orElseThrow(
            () ->
                new RequestException(
                    ErrorCode.FORBIDDEN,
                    "The client of the token must belong to an active partner"));
  }

  private Partner named(TokenClient client, List<String> names, List<String> origins) {
    if (names.stream().distinct().count() > 1) {
      throw RequestException.badRequest("Name one partner");
    }
    return directory
        .bySlug(names.get(0))
        .filter(partner -> partner.has(PartnerScope.READ))
        .filter(partner -> mayName(partner, client, origins))
        .orElseThrow(
            () ->
                new RequestException(
                    ErrorCode.FORBIDDEN,
                    "The request must name an active partner that allows its Origin"));
  }

  /** Programs can invent an origin, but those without one must have a token of the partner. */
  private static boolean mayName(Partner partner, TokenClient client, List<String> origins) {
    if (origins.isEmpty()) {
      return client != null
          && client.id() != null
          && (client.id().equals(partner.loginClientId())
              || client.id().equals(partner.clientId()));
    }
    return origins.size() == 1 && partner.origins().contains(origins.get(0));
  }
}
