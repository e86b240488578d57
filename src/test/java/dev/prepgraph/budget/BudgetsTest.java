package dev.prepgraph.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.Awaiting;
import dev.prepgraph.TestClock;
import dev.prepgraph.budget.schema.RateLimit;
import dev.prepgraph.common.error.RequestException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BudgetsTest {

  private static final int POINTS = 100_000;
  private static final int RATE = 100;

  /** The machine's time, by which replicas purge rows, and new ones get their expiry. */
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static final Clock STOPPED = Clock.fixed(NOW, ZoneOffset.UTC);

  private record Limits(
      int userPoints,
      int userRestoreRate,
      int partnerPoints,
      int partnerRestoreRate,
      int anonymousPoints,
      int anonymousRestoreRate,
      Duration timeout,
      int callers)
      implements BudgetConfig {}

  private static final Limits LIMITS =
      new Limits(POINTS, RATE, POINTS, RATE, POINTS / 2, RATE, Awaiting.DEADLINE, 1_000);

  @Inject DataSource database;

  private final AtomicInteger statements = new AtomicInteger();
  private final String user = "account " + UUID.randomUUID();

  private Budgets replica() {
    return new Budgets(LIMITS, STOPPED, database);
  }

  private static RateLimit take(Budgets budgets, String user, long points) {
    Charge charge = budgets.charge(user, true, points);
    charge.requirePaid();
    return charge.disclose();
  }

  private static boolean pays(Charge charge) {
    try {
      charge.requirePaid();
      return true;
    } catch (RequestException e) {
      return false;
    }
  }

  /** The database, whose statements are counted. */
  private DataSource counting() {
    return proxy(
        DataSource.class,
        () -> {
          Connection connection = database.getConnection();
          return proxy(Connection.class, () -> connection, "prepareStatement");
        },
        "none");
  }

  /** Calls a new target each time, and counts the calls of a method. */
  private <T> T proxy(Class<T> type, Callable<Connection> target, String counted) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getConnection")) {
                return target.call();
              }
              if (method.getName().equals(counted)) {
                statements.incrementAndGet();
              }
              try {
                return method.invoke(target.call(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void areExact() {
    Budgets budgets = replica();

    take(budgets, user, 600);
    assertThat(take(budgets, user, 7))
        .isEqualTo(new RateLimit(POINTS, 7, POINTS - 607, RATE, NOW.plusMillis(6_070)));
    assertThat(take(budgets, user, 50_000).remaining()).isEqualTo(POINTS - 50_607);
    assertThat(take(budgets, user + "2", 1).remaining()).isEqualTo(POINTS - 1);
  }

  @Test
  void areRestoredInTime() {
    TestClock clock = new TestClock();
    clock.set("2026-11-26T10:00:00Z");
    Budgets budgets = new Budgets(LIMITS, clock, database);
    take(budgets, user, POINTS);

    assertThatThrownBy(() -> take(budgets, user, 250))
        .isInstanceOfSatisfying(
            RequestException.class,
            e -> {
              assertThat(e).hasMessage("The operation costs 250 points, and 0 are left");
              assertThat(e.retryAfter()).isEqualTo(3);
            });
    clock.set("2026-11-26T10:00:02Z");
    assertThat(pays(budgets.charge(user, true, 250))).isFalse();
    clock.set("2026-11-26T10:00:03Z");
    assertThat(take(budgets, user, 250).remaining()).isEqualTo(50);
    clock.set("2026-11-27T10:00:00Z");
    assertThat(take(budgets, user, 1).remaining()).isEqualTo(POINTS - 1);
  }

  @Test
  void rejectOperationsThatNoBudgetPays() {
    assertThatThrownBy(() -> replica().charge(user, true, POINTS + 1))
        .hasMessage("The operation costs 100001 points, more than a budget of 100000");
  }

  @Test
  void ofUsersAreSharedByReplicas() throws Exception {
    assertThat(exhaust((replica, points) -> replica.charge(user, true, points)))
        .isBetween(POINTS * 98L / 100, POINTS * 102L / 100);
  }

  @Test
  void ofPartnersAreSharedByReplicas() throws Exception {
    int own = 3 * POINTS;

    assertThat(exhaust((replica, points) -> replica.chargePartner(user, own, RATE, points)))
        .isBetween(own * 98L / 100, own * 102L / 100);
    assertThat(exhaust((replica, points) -> replica.chargePartner(user, points)))
        .isBetween(POINTS * 98L / 100, POINTS * 102L / 100);
  }

  private interface Charging {
    Charge charge(Budgets replica, long points);
  }

  /** Takes the points of a budget by eight clients of two replicas; returns their sum. */
  private long exhaust(Charging charging) throws Exception {
    List<Budgets> replicas = List.of(replica(), replica());
    // A replica purges expired rows before its first charge; the test has another clock than the
    // row.
    replicas.forEach(replica -> charging.charge(replica, 1).requirePaid());
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Future<Long>> paid = new ArrayList<>();
      for (int client = 0; client < 8; client++) {
        Budgets replica = replicas.get(client % 2);
        paid.add(clients.submit(() -> exhaust(points -> charging.charge(replica, points))));
      }
      long total = 0;
      for (Future<Long> points : paid) {
        total += points.get();
      }
      return total;
    } finally {
      clients.shutdown();
    }
  }

  /** Takes points until even small operations are refused; returns their sum. */
  private static long exhaust(LongFunction<Charge> charging) {
    long paid = 0;
    for (int refused = 0; refused < 20; ) {
      long points = ThreadLocalRandom.current().nextInt(1, 200);
      if (pays(charging.apply(points))) {
        paid += points;
      } else {
        refused++;
      }
    }
    return paid;
  }

  /** A select and an update for every hundredth of the points. */
  @Test
  void costFewStatements() {
    Budgets budgets = new Budgets(LIMITS, STOPPED, counting());
    take(budgets, user, 10);
    assertThat(statements.getAndSet(0)).isEqualTo(6);

    for (int i = 0; i < 1_000; i++) {
      take(budgets, user, 10);
    }

    assertThat(statements).hasValue(18);
  }

  @Test
  void ofAddressesAreLocalAndBounded() {
    Budgets budgets = new Budgets(LIMITS, STOPPED, counting());
    for (int i = 0; i < 100_000; i++) {
      budgets.charge("address " + i, false, 10);
    }

    assertThat(budgets.callers()).isLessThanOrEqualTo(1_000);
    assertThat(statements).hasValue(0);
    assertThat(budgets.charge("address x", false, 10).disclose().remaining())
        .isEqualTo(POINTS / 2 - 10);
    assertThat(budgets.charge("address y", false, 10).disclose().remaining())
        .isEqualTo(POINTS / 2 - 10);
  }

  @Test
  void areLocalWhileTheDatabaseIsUnavailable() {
    AtomicInteger attempts = new AtomicInteger();
    TestClock clock = new TestClock();
    clock.set("2026-11-26T10:00:00Z");
    Budgets budgets =
        new Budgets(
            LIMITS,
            clock,
            proxy(
                DataSource.class,
                () -> {
                  if (attempts.incrementAndGet() > 1) {
                    return database.getConnection();
                  }
                  throw new SQLException("gone", "08006");
                },
                "none"));

    assertThat(take(budgets, user, 10).remaining()).isEqualTo(POINTS - 10);
    assertThat(take(budgets, user, 10).remaining()).isEqualTo(POINTS - 20);
    assertThat(attempts).hasValue(1);
    clock.set("2026-11-26T10:00:05Z");
    assertThat(take(budgets, user, 30).remaining()).isEqualTo(POINTS - 30);
    assertThat(attempts).hasValueGreaterThan(1);
  }

  @Test
  void replaceExpiredRows() throws SQLException {
    String expired = "x".repeat(43);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into budget.bucket (id, expires_at) values ('%s', 1)".formatted(expired));
      take(replica(), user, 1);
      assertThat(
              statement
                  .executeQuery("select from budget.bucket where id = '%s'".formatted(expired))
                  .next())
          .isFalse();
    }
  }
}
