package dev.prepgraph.partner;

import dev.prepgraph.common.error.RequestException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All active partners in memory, at most a few seconds old: lookups cost no statement, and are
 * rejected while the database does not confirm them.
 */
@ApplicationScoped
public class PartnerDirectory {

  /** The active partners. */
  private record State(
      String fingerprint,
      Map<UUID, Partner> byId,
      Map<String, Partner> bySlug,
      Map<String, Partner> byClient,
      Set<String> clients,
      Map<String, List<Partner>> byOrigin) {

    private static final State UNKNOWN = of(null, List.of());

    private static State of(String fingerprint, List<Partner> all) {
      List<Partner> active = all.stream().filter(Partner::isActive).toList();
      return new State(
          fingerprint,
          by(active, Partner::id),
          by(active, Partner::slug),
          by(active, Partner::clientId),
          active.stream()
              .flatMap(partner -> Stream.of(partner.clientId(), partner.loginClientId()))
              .filter(Objects::nonNull)
              .collect(Collectors.toUnmodifiableSet()),
          active.stream()
              .flatMap(
                  partner -> partner.origins().stream().map(origin -> Map.entry(origin, partner)))
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getKey,
                      Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private static <K> Map<K, Partner> by(List<Partner> partners, Function<Partner, K> key) {
      return partners.stream()
          .filter(partner -> key.apply(partner) != null)
          .collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
  }

  private final PartnerRepository repository;
  private final long maxStaleNanos;
  private volatile State state = State.UNKNOWN;
  private volatile long confirmedAt;

  PartnerDirectory(PartnerRepository repository, PartnerConfig config) {
    this.repository = repository;
    this.maxStaleNanos = config.maxStaleness().toNanos();
  }

  /**
   * Loads the partners if they have changed.
   *
   * @param fingerprint differs after each change
   * @param at when it was read, as {@link System#nanoTime}
   */
  synchronized void confirm(String fingerprint, long at) {
    if (state != State.UNKNOWN && at - confirmedAt < 0) {
      return; // A later look was faster.
    }
    if (!Objects.equals(fingerprint, state.fingerprint())) {
      state = State.of(fingerprint, QuarkusTransaction.requiringNew().call(repository::partners));
    }
    confirmedAt = at;
  }

  /** Whether they have been loaded, however long ago. */
  boolean isKnown() {
    return state != State.UNKNOWN;
  }

  private State confirmed() {
    State known = state;
    if (known == State.UNKNOWN || System.nanoTime() - confirmedAt > maxStaleNanos) {
      throw RequestException.unavailable();
    }
    return known;
  }

  /** An active partner. */
  public Optional<Partner> byId(UUID id) {
    return Optional.ofNullable(confirmed().byId().get(id));
  }

  /** An active partner. */
  public Optional<Partner> bySlug(String slug) {
    return Optional.ofNullable(confirmed().bySlug().get(slug));
  }

  /** The active partner whose services use an OAuth client. */
  public Optional<Partner> byClient(String clientId) {
    return Optional.ofNullable(confirmed().byClient().get(clientId));
  }

  /** Whether an OAuth client may be that of a partner; also answers while the database does not. */
  public boolean mayBeClient(String clientId) {
    State known = state;
    return known == State.UNKNOWN || known.clients().contains(clientId);
  }

  /** The active partners whose pages have an origin. */
  public List<Partner> byOrigin(String origin) {
    return confirmed().byOrigin().getOrDefault(origin, List.of());
  }

  /** Whether any partner's pages have an origin; also answers while the database does not. */
  public boolean isOrigin(String origin) {
    return state.byOrigin().containsKey(origin);
  }
}
