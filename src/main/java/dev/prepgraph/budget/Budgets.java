package dev.prepgraph.budget;

import static java.util.Comparator.naturalOrder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.budget.schema.RateLimit;
import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.limits.Cancellation;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.NopeOptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Token buckets of callers. All replicas share those of users and of partners' services in the
 * database, which a replica asks only after one percent of the points, so that most operations cost
 * no statement; those of addresses are local. While the database is unavailable, all are local.
 */
// The implementations that Caffeine chooses by name, for the native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMSA",
      "com.github.benmanes.caffeine.cache.PSAMS"
    })
@ApplicationScoped
public class Budgets {

  /** Points of a response from the cache. */
  public static final int CACHED_RESPONSE = 1;

  /** Points of an anonymous request for a document other than GraphQL. */
  public static final int DOCUMENT = 10_000;

  /** Points of each character of a document that is rejected. */
  public static final int REJECTED_CHARACTER = 10;

  private static final Logger LOG = Logger.getLogger(Budgets.class);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** A replica takes up to this fraction of the points before it writes them to the database. */
  private static final int UNWRITTEN = 100;

  /** A replica shows the points that others took at the latest after this time. */
  private static final Duration STALE = Duration.ofMinutes(1);

  /** How long local buckets replace the shared ones after a failure. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** Expired rows that a new bucket replaces, so that the table does not grow. */
  private static final int EXPIRED = 2;

  /** PostgreSQL's state of a statement that was cancelled with its request. */
  private static final String CANCELLED = "57014";

  /** The size of a bucket; its key contains it, so that a new size begins a new bucket. */
  private record Size(int points, int restoreRate) {

    private Bandwidth limit() {
      return BandwidthBuilder.builder()
          .capacity(points)
          .refillGreedy(restoreRate, Duration.ofSeconds(1))
          .build();
    }

    private String key(String caller) {
      return BASE64.encodeToString(Sha256.of(caller + ' ' + points + ' ' + restoreRate));
    }

    /** The time after which any bucket is full, so that it need not be stored. */
    private Duration restored() {
      return Duration.ofSeconds(1 + points / Math.max(1, restoreRate));
    }
  }

  private final Size user;
  private final Size partner;
  private final Size anonymous;
  private final TimeMeter meter;
  private final PostgreSQLSelectForUpdateBasedProxyManager<String> database;
  private final Cache<String, Bucket> shared;
  private final Cache<String, Bucket> local;
  private volatile long retryAt = Long.MIN_VALUE;

  Budgets(BudgetConfig config, Clock clock, DataSource dataSource) {
    this.user = new Size(config.userPoints(), config.userRestoreRate());
    this.partner = new Size(config.partnerPoints(), config.partnerRestoreRate());
    this.anonymous = new Size(config.anonymousPoints(), config.anonymousRestoreRate());
    this.meter = meter(clock);
    this.database =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("budget.bucket")
            .clientClock(meter)
            .requestTimeout(config.timeout())
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(STALE))
            .build();
    this.shared = cache(config.callers(), user, partner);
    // also the shared ones while the database is unavailable
    this.local = cache(config.callers(), user, partner, anonymous);
  }

  /** Fails the start instead of every request. */
  void check(@Observes StartupEvent start) {
    try {
      user.limit();
      partner.limit();
      anonymous.limit();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("prepgraph.budget: " + e.getMessage());
    }
  }

  private static TimeMeter meter(Clock clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }

  private Cache<String, Bucket> cache(int callers, Size... sizes) {
    Duration restored = Stream.of(sizes).map(Size::restored).max(naturalOrder()).orElseThrow();
    return Caffeine.newBuilder()
        .maximumSize(callers)
        .expireAfterAccess(restored)
        .ticker(meter::currentTimeNanos)
        .build();
  }

  /**
   * Takes the points of an operation, all or none; blocks for a user's. The operation must not be
   * executed without {@link Charge#requirePaid}.
   *
   * @param caller identifies the user, or else the address
   */
  public Charge charge(String caller, boolean isUser, long points) {
    return charge(caller, isUser ? user : anonymous, isUser, points);
  }

  /** As {@link #charge} for a partner's service with the default budget. */
  public Charge chargePartner(String caller, long points) {
    return charge(caller, partner, true, points);
  }

  /** As {@link #charge} for a partner's service with a budget of its own. */
  public Charge chargePartner(String caller, int ownPoints, int ownRestoreRate, long points) {
    return charge(caller, new Size(ownPoints, ownRestoreRate), true, points);
  }

  private Charge charge(String caller, Size size, boolean isShared, long points) {
    if (points > size.points()) {
      throw RequestException.tooComplex(
          "The operation costs %d points, more than a budget of %d"
              .formatted(points, size.points()));
    }
    // Only the id of a row needs the digest, which no row can have in common with an address.
    ConsumptionProbe probe =
        isShared ? takeShared(size.key(caller), size, points) : takeLocal(caller, size, points);
    // A shared bucket may be overdrawn by what other replicas have not yet written.
    int remaining = (int) Math.max(0, probe.getRemainingTokens());
    Instant resetAt =
        Instant.EPOCH.plusNanos(meter.currentTimeNanos() + probe.getNanosToWaitForReset());
    return new Charge(
        new RateLimit(size.points(), (int) points, remaining, size.restoreRate(), resetAt),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private ConsumptionProbe takeShared(String key, Size size, long points) {
    if (meter.currentTimeNanos() >= retryAt) {
      try {
        return shared(key, size).tryConsumeAndReturnRemaining(points);
      } catch (RuntimeException e) {
        Cancellation.check();
        pause(e);
      }
    }
    return takeLocal(key, size, points);
  }

  private Bucket shared(String key, Size size) {
    Bucket known = shared.getIfPresent(key);
    if (known != null) {
      return known;
    }
    database.removeExpired(EXPIRED);
    return shared.get(key, unknown -> connect(key, size));
  }

  private Bucket connect(String key, Size size) {
    var unwritten = new DelayParameters(Math.max(1, size.points() / UNWRITTEN), STALE);
    return database
        .builder()
        .withOptimization(
            new DelayOptimization(unwritten, NopeOptimizationListener.INSTANCE, meter))
        .build(key, () -> BucketConfiguration.builder().addLimit(size.limit()).build());
  }

  /** Leaves the database alone for a while, unless a caller has cancelled its own statement. */
  private void pause(RuntimeException failure) {
    boolean cancelled =
        Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(e -> e instanceof SQLException sql && CANCELLED.equals(sql.getSQLState()));
    if (!cancelled) {
      LOG.warnf("Budgets are local for %d s: %s", RETRY.toSeconds(), failure);
      retryAt = meter.currentTimeNanos() + RETRY.toNanos();
    }
  }

  private ConsumptionProbe takeLocal(String key, Size size, long points) {
    return local
        .get(
            key,
            unknown ->
                Bucket.builder().addLimit(size.limit()).withCustomTimePrecision(meter).build())
        .tryConsumeAndReturnRemaining(points);
  }

  /** Number of buckets in memory. */
  long callers() {
    shared.cleanUp();
    local.cleanUp();
    return shared.estimatedSize() + local.estimatedSize();
  }
}
