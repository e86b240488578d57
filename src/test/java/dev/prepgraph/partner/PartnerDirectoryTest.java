package dev.prepgraph.partner;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.OwnerSql;
import dev.prepgraph.Stub;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What another replica knows of partners, which changes by no call of its own. */
@QuarkusTest
class PartnerDirectoryTest {

  private record Config(Duration pollInterval, Duration maxStaleness) implements PartnerConfig {}

  private static final Config USUAL = new Config(Duration.ofSeconds(1), Duration.ofMinutes(1));

  @Inject PartnerRepository repository;
  @Inject DataSource database;

  private PartnerWatcher watcher;

  @AfterEach
  void stop() {
    watcher.stop(new ShutdownEvent());
  }

  private PartnerDirectory replica(DataSource source, PartnerConfig config) {
    return replica(repository, source, config);
  }

  private PartnerDirectory replica(
      PartnerRepository repository, DataSource source, PartnerConfig config) {
    var directory = new PartnerDirectory(repository, config);
    watcher = new PartnerWatcher(source, directory, config);
    return directory;
  }

  @Test
  void followsAllChanges() {
    PartnerDirectory replica = replica(database, USUAL);
    watcher.start(new StartupEvent(), true);
    TestPartner partner = TestPartner.create("READ", "EVENTS");

    await().until(() -> known(replica, partner));
    Partner known = replica.bySlug(partner.slug()).orElseThrow();
    assertThat(known.origins()).containsExactly(partner.origin());
    assertThat(known.scopes()).containsExactlyInAnyOrder(PartnerScope.READ, PartnerScope.EVENTS);
    assertThat(replica.byClient(partner.clientId())).contains(known);
    assertThat(replica.mayBeClient(partner.loginClientId())).isTrue();
    assertThat(replica.byId(partner.id())).contains(known);
    assertThat(replica.isOrigin(partner.origin())).isTrue();

    OwnerSql.execute("update partner.partner set version = version where id = ?", partner.id());
    await()
        .until(
            () -> replica.bySlug(partner.slug()).orElseThrow().revision() == known.revision() + 1);

    partner.revoke();
    await().until(() -> replica.byId(partner.id()).isEmpty());
    assertThat(replica.bySlug(partner.slug())).isEmpty();
    assertThat(replica.byClient(partner.clientId())).isEmpty();
    assertThat(replica.mayBeClient(partner.loginClientId())).isFalse();
    assertThat(replica.isOrigin(partner.origin())).isFalse();
  }

  private static boolean known(PartnerDirectory replica, TestPartner partner) {
    try {
      return replica.byId(partner.id()).isPresent();
    } catch (RequestException notYet) {
      return false;
    }
  }

  @Test
  void refusesAllPartnersWhileTheDatabaseDoesNotConfirmThem() throws SQLException {
    AtomicBoolean down = new AtomicBoolean();
    DataSource failing =
        Stub.of(
            DataSource.class,
            (proxy, method, arguments) -> {
              if (down.get()) {
                throw new SQLException("gone", "08006");
              }
              return database.getConnection();
            });
    TestPartner partner = TestPartner.create("READ");
    PartnerDirectory replica =
        replica(failing, new Config(Duration.ofMillis(20), Duration.ofMillis(500)));
    assertUnavailable(replica, partner);
    assertThat(new PartnerReadiness(replica, watcher).call().getStatus()).isEqualTo(Status.DOWN);

    watcher.start(new StartupEvent(), true);
    await().until(() -> known(replica, partner));
    down.set(true);
    await().untilAsserted(() -> assertUnavailable(replica, partner));
    assertThat(replica.isOrigin(partner.origin())).isTrue();
    assertThat(new PartnerReadiness(replica, watcher).call().getStatus()).isEqualTo(Status.UP);
    down.set(false);
    await().until(() -> known(replica, partner));
  }

  /** Such as a row that this version cannot read; users' requests need no partners. */
  @Test
  void servesUsersAlthoughThePartnersCannotBeRead() {
    PartnerRepository failing =
        new PartnerRepository(null) {
          @Override
          public List<Partner> partners() {
            throw new IllegalStateException("A row of the test is bad");
          }
        };
    TestPartner partner = TestPartner.create("READ");
    PartnerDirectory replica = replica(failing, database, USUAL);
    var readiness = new PartnerReadiness(replica, watcher);
    assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);

    watcher.start(new StartupEvent(), true);
    await().until(() -> readiness.call().getStatus() == Status.UP);
    assertUnavailable(replica, partner);
  }

  private static void assertUnavailable(PartnerDirectory replica, TestPartner partner) {
    assertThatThrownBy(() -> replica.byId(partner.id()))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
  }
}
