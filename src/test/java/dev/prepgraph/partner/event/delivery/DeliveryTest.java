package dev.prepgraph.partner.event.delivery;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Awaiting;
import dev.prepgraph.LogLines;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Stub;
import dev.prepgraph.User;
import dev.prepgraph.catalogue.ChangingContent;
import dev.prepgraph.partner.event.EventPack;
import dev.prepgraph.partner.event.WebhookClient;
import dev.prepgraph.partner.event.delivery.Receiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries by several workers over HTTP; {@code src/faults/webhooks} kills real services. */
@QuarkusTest
@TestProfile(ChangingContent.class)
class DeliveryTest {

  private static final int PUBLICATIONS = 100;
  private static final int GUIDES = 5;

  @TempDir Path folder;
  @Inject DataSource database;

  private final Receiver receiver = new Receiver();
  private WebhookClient client;
  private EventPack pack;
  private String endpoint;
  private int before;

  @BeforeEach
  void create() {
    client = WebhookClient.create();
    pack = new EventPack(folder, "d" + UUID.randomUUID());
    JsonPath created = client.endpoint(receiver.url());
    receiver.expect(created.getString("secret"));
    endpoint = created.getString("webhookEndpoint.id");
    before = OwnerSql.count("select coalesce(max(number), 0) from partner.event");
  }

  @AfterEach
  void clean() {
    receiver.close();
    OwnerSql.execute("delete from partner.endpoint");
  }

  private void publish(int guide, String title) {
    pack.put(guide, true, title, "Leitfaden", "Why?").publish();
  }

  /** The ids of this test's events in the log. */
  private Set<String> events() throws SQLException {
    Set<String> ids = new TreeSet<>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select id from partner.event where partner_id is null and number > " + before)) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private static int pending() {
    return OwnerSql.count("select count(*) from partner.delivery where state = 'PENDING'");
  }

  private static int behind() {
    return OwnerSql.count(
        "select count(*) from partner.endpoint where enabled"
            + " and position < (select max(number) from partner.event where partner_id is null)");
  }

  private static void awaitDelivered() {
    await().until(() -> behind() == 0 && pending() == 0);
  }

  private Set<String> confirmed() {
    return receiver.confirmed().stream()
        .map(Received::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void losesNothingWhenReceiverAndWorkersDie() throws Exception {
    receiver.fail(50);
    Random random = new Random(1);
    try (Workers workers = new Workers(Workers.fast())) {
      workers.start(3);
      for (int i = 1; i <= PUBLICATIONS; i++) {
        publish(random.nextInt(GUIDES), "Title " + i);
        if (i % 40 == 0) {
          receiver.down();
        } else if (i > 40 && i % 40 == 10) {
          receiver.up();
        }
        if (i % 30 == 0) {
          workers.kill();
          workers.start(3);
        }
      }
      receiver.down();
      receiver.up();
      awaitDelivered();
    }
    assertThat(events()).hasSizeGreaterThan(PUBLICATIONS);
    assertThat(confirmed()).isEqualTo(events());
    assertThat(receiver.received()).hasSizeGreaterThan(events().size()).allMatch(Received::valid);
    assertInOrder();
  }

  /** Repeats may come, but nothing older than what came before. */
  private void assertInOrder() {
    Map<String, Integer> newest = new HashMap<>();
    for (Received received : receiver.received()) {
      int former = newest.getOrDefault(received.subject(), 0);
      assertThat(received.revision()).isGreaterThanOrEqualTo(former);
      newest.put(received.subject(), received.revision());
    }
  }

  @Test
  void deliversOnceWhenNothingFails() throws Exception {
    try (Workers workers = new Workers(Workers.fast())) {
      workers.start(2);
      for (int i = 1; i <= 10; i++) {
        publish(i % 2, "Title " + i);
      }
      awaitDelivered();
    }
    assertThat(receiver.received()).extracting(Received::id).doesNotHaveDuplicates();
    assertThat(confirmed()).isEqualTo(events());
  }

  @Test
  void isNotHeldUpByAnotherEndpoint() throws Exception {
    try (var silent = new ServerSocket(0);
        Workers workers = new Workers(Workers.fast("per-endpoint", "2", "concurrent", "8"))) {
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
      WebhookClient.create().endpoint(url);
      for (int i = 0; i < 10; i++) {
        publish(i, "Title");
      }
      workers.start(1);
      await().until(() -> confirmed().equals(events()));
      // No more than its share waits for the silent one.
      assertThat(
              OwnerSql.count(
                  "select count(*) from partner.delivery d join partner.endpoint e on e.id = d.endpoint_id"
                      + " where d.lease is not null and e.url = ?",
                  url))
          .isLessThanOrEqualTo(2);
    }
  }

  /** However many they are, and however much of the log is not for them. */
  @Test
  void endpointsPassAtOnceWhatTheyDoNotReceive() throws Exception {
    OwnerSql.execute(
        "insert into partner.endpoint (partner_id, url, types, position, secret_version, secret_key)"
            + " select partner_id, url || '?' || n, '{GUIDE_UNPUBLISHED}', position, secret_version, secret_key"
            + " from partner.endpoint, generate_series(1, 250) as n");
    for (int i = 0; i < 4; i++) {
      publish(i, "Title");
    }
    try (Workers workers = new Workers(Workers.fast("window", "3"))) {
      assertThat(workers.queue().exchange(List.of(), 1)).hasSize(1);
    }
    // The first one has a full window; all others are at the end.
    assertThat(pending()).isEqualTo(3);
    assertThat(behind()).isEqualTo(1);
  }

  @Test
  void goesOnAfterASenderThatThrows() throws Exception {
    publish(0, "One");
    publish(1, "Two");
    AtomicInteger sent = new AtomicInteger();
    WebhookConfig config = Workers.fast("concurrent", "2");
    try (Workers workers = new Workers(config)) {
      DeliveryWorker worker =
          new DeliveryWorker(
              workers.queue(),
              delivery -> {
                if (sent.getAndIncrement() < 10) {
                  throw new OutOfMemoryError("unable to create native thread");
                }
                return CompletableFuture.completedFuture(delivery.delivered(200));
              },
              config);
      worker.start();
      awaitDelivered();
      worker.stop(Awaiting.DEADLINE);
    }
    assertThat(sent.get()).isEqualTo(10 + events().size());
  }

  @Test
  void holdsBackLaterEventsOfAGuideAlone() throws Exception {
    receiver.fail(100);
    publish(0, "One");
    String first = events().iterator().next();
    try (Workers workers = new Workers(Workers.fast())) {
      workers.start(1);
      await().until(() -> receiver.received().size() > 2);
      publish(0, "Two");
      publish(1, "Other");
      await()
          .until(
              () ->
                  receiver.received().stream()
                          .filter(received -> received.type().equals("GUIDE_PUBLISHED"))
                          .map(Received::subject)
                          .distinct()
                          .count()
                      == 2);
      assertThat(receiver.received())
          .extracting(Received::type)
          .doesNotContain("GUIDE_CHANGED")
          .isNotEmpty();
      assertThat(events()).contains(first);
      receiver.fail(0);
      awaitDelivered();
    }
    assertInOrder();
  }

  @Test
  void givesUpAndReplays() throws Exception {
    receiver.fail(100);
    publish(0, "One");
    try (Workers workers = new Workers(Workers.fast("max-attempts", "3"))) {
      workers.start(1);
      await().until(() -> behind() == 0 && pending() == 0);
      // The guide's event and its question's.
      assertThat(receiver.received()).hasSize(6);
      assertThat(
              OwnerSql.count(
                  "select count(*) from partner.delivery where state = 'DEAD' and attempts = 3"
                      + " and status = 500 and failure = 'STATUS' and finished_at is not null"))
          .isEqualTo(2);
      receiver.fail(0);
      assertThat(client.mutate(WebhookClient.REPLAY, "endpointId", endpoint).getInt("replayed"))
          .isEqualTo(2);
      awaitDelivered();
    }
    assertThat(confirmed()).isEqualTo(events());
    assertThat(client.mutate(WebhookClient.REPLAY, "endpointId", endpoint).getInt("replayed"))
        .isZero();
  }

  @Test
  void givesUpWhatIsTooOld() throws Exception {
    receiver.fail(100);
    publish(0, "One");
    try (Workers workers = new Workers(Workers.fast("max-age", "1ms"))) {
      workers.start(1);
      await().until(() -> behind() == 0 && pending() == 0);
    }
    assertThat(receiver.received()).hasSize(2);
    assertThat(OwnerSql.count("select count(*) from partner.delivery where state = 'DEAD'"))
        .isEqualTo(2);
  }

  @Test
  void signsWithBothSecretsAfterARotation() throws Exception {
    String first =
        client.mutate(WebhookClient.TEST, "endpointId", endpoint).getString("delivery.id");
    JsonPath rotated = client.mutate(WebhookClient.ROTATE, "id", endpoint, "expectedVersion", 1);
    try (Workers workers = new Workers(Workers.fast())) {
      workers.start(1);
      awaitDelivered();
      receiver.expect(rotated.getString("secret"));
      client.mutate(WebhookClient.TEST, "endpointId", endpoint);
      awaitDelivered();
      OwnerSql.execute("update partner.endpoint set previous_until = now() - interval '1 second'");
      client.mutate(WebhookClient.TEST, "endpointId", endpoint);
      awaitDelivered();
    }
    assertThat(first).isNotNull();
    assertThat(receiver.received()).hasSize(3).allMatch(Received::valid);
    assertThat(receiver.received()).extracting(Received::type).containsOnly("TEST");
  }

  @Test
  void disablesEndpointsThatAreTooFarBehind() throws Exception {
    for (int i = 0; i < 3; i++) {
      publish(i, "Title");
    }
    Workers workers = new Workers(Workers.fast("max-behind", "5"));
    workers.queue().maintain();
    JsonPath read = client.endpoint(receiver.url() + "2");
    assertThat(read.getBoolean("webhookEndpoint.enabled")).isTrue();
    JsonPath rejected = client.payload(WebhookClient.TEST, "endpointId", endpoint);
    assertThat(rejected.getString("userErrors[0].message"))
        .isEqualTo("endpointId must be an enabled endpoint");
    JsonPath enabled =
        client.mutate(WebhookClient.UPDATE, "id", endpoint, "expectedVersion", 2, "enabled", true);
    assertThat(enabled.getBoolean("webhookEndpoint.enabled")).isTrue();
    assertThat(enabled.getString("webhookEndpoint.disabledReason")).isNull();
    // It goes on with what is published from now on.
    assertThat(behind()).isZero();
    workers.close();
  }

  @Test
  void deletesWhatIsOld() throws Exception {
    publish(0, "One");
    try (Workers workers = new Workers(Workers.fast())) {
      workers.start(1);
      awaitDelivered();
    }
    OwnerSql.execute("update partner.event set created_at = now() - interval '31 days'");
    Workers later = new Workers(Workers.fast());
    later.queue().maintain();
    assertThat(events()).as("while there are deliveries").hasSize(2);
    OwnerSql.execute("update partner.delivery set created_at = now() - interval '31 days'");
    later.queue().maintain();
    assertThat(events()).isEmpty();
    assertThat(OwnerSql.count("select count(*) from partner.endpoint where enabled")).isEqualTo(1);
    later.close();
  }

  @Test
  void sendsNothingToPartnersThatMayNotReceive() throws Exception {
    publish(0, "One");
    UUID partner = client.partner().id();
    try (Workers workers = new Workers(Workers.fast())) {
      for (String change : List.of("revoked_at = now()", "scopes = '{READ}'")) {
        OwnerSql.execute("update partner.partner set " + change + " where id = ?", partner);
        assertThat(workers.queue().exchange(List.of(), 10)).as(change).isEmpty();
        OwnerSql.execute(
            "update partner.partner set revoked_at = null, scopes = '{READ,EVENTS}' where id = ?",
            partner);
      }
      assertThat(workers.queue().exchange(List.of(), 10)).hasSize(2);
    }
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() throws Exception {
    publish(0, "One");
    try (Workers workers = new Workers(Workers.fast("max-back-off", "2H"))) {
      DeliveryQueue queue = workers.queue();
      List<Delivery> sent = queue.exchange(List.of(), 2);
      queue.exchange(
          List.of(
              sent.get(0).rejected(503, Duration.ofHours(1)),
              sent.get(1).rejected(429, Duration.ofDays(9))),
          0);
      for (int i = 0; i < 2; i++) {
        assertThat(
                OwnerSql.count(
                    "select round(extract(epoch from due_at - now()) / 3600)::int from partner.delivery"
                        + " where id = ? and state = 'PENDING' and failure = 'STATUS'",
                    sent.get(i).id()))
            .isEqualTo(i + 1);
      }
    }
  }

  @Test
  void disablesAnEndpointThatIsGone() throws Exception {
    publish(0, "One");
    WebhookClient.create().endpoint(receiver.url() + "2");
    try (Workers workers = new Workers(Workers.fast())) {
      DeliveryQueue queue = workers.queue();
      Delivery sent = queue.exchange(List.of(), 1).get(0);
      OwnerSql.execute("update partner.endpoint set url = url || '3' where url = ?", sent.url());
      queue.exchange(List.of(sent.rejected(410, Duration.ZERO)), 0);
      assertThat(enabled()).as("the address of before is gone").isEqualTo(2);
      assertThat(state(sent)).isEqualTo("PENDING");

      OwnerSql.execute("update partner.delivery set due_at = now()");
      sent = queue.exchange(List.of(), 1).get(0);
      queue.exchange(List.of(sent.rejected(410, Duration.ZERO)), 0);
      assertThat(enabled()).isEqualTo(1);
      assertThat(state(sent)).as("not sent first when the endpoint is enabled").isEqualTo("DEAD");
      assertThat(
              OwnerSql.count(
                  "select count(*) from partner.endpoint where not enabled and disabled_reason = 'PARTNER'"
                      + " and version = 2 and url = ?",
                  sent.url()))
          .isEqualTo(1);
      assertThat(queue.exchange(List.of(), 10))
          .extracting(Delivery::url)
          .doesNotContain(sent.url());
      assertThat(
              client
                  .mutate(
                      WebhookClient.UPDATE, "id", endpoint, "expectedVersion", 2, "enabled", true)
                  .getBoolean("webhookEndpoint.enabled"))
          .isTrue();
    }
  }

  private String state(Delivery delivery) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement("select state from partner.delivery where id = ?")) {
      statement.setObject(1, delivery.id());
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Test
  void logsAFailedMaintenanceApartFromDeliveries() {
    AtomicInteger connections = new AtomicInteger();
    DataSource failing =
        Stub.of(
            DataSource.class,
            (proxy, method, arguments) -> {
              // The first is for deliveries, the second for the maintenance.
              if (connections.incrementAndGet() == 2) {
                throw new SQLException("gone");
              }
              return database.getConnection();
            });
    List<String> lines = new CopyOnWriteArrayList<>();
    var log = new LogLines(Level.INFO, line -> lines.add(line.getMessage()));
    Logger logger = Logger.getLogger(DeliveryWorker.class.getName());
    logger.addHandler(log);
    WebhookConfig config = Workers.fast();
    var worker =
        new DeliveryWorker(
            new DeliveryQueue(failing, Clock.systemUTC(), config),
            delivery -> new CompletableFuture<>(),
            config);
    try {
      worker.start();
      await().until(() -> connections.get() > 3);
    } finally {
      worker.stop(Duration.ZERO);
      logger.removeHandler(log);
    }
    assertThat(lines).containsExactly("Old events of partners are not deleted at the moment: gone");
  }

  private static int enabled() {
    return OwnerSql.count("select count(*) from partner.endpoint where enabled");
  }

  @Test
  void theOutcomeOfALostLeaseIsVoid() throws Exception {
    publish(0, "One");
    try (Workers workers = new Workers(Workers.fast())) {
      DeliveryQueue queue = workers.queue();
      Delivery late = queue.exchange(List.of(), 1).get(0);
      OwnerSql.execute(
          "update partner.delivery set leased_until = now() - interval '1 second' where lease is not null");
      Delivery next = queue.exchange(List.of(), 1).get(0);
      assertThat(next.id()).isEqualTo(late.id());

      queue.exchange(List.of(late.delivered(200)), 0);
      assertThat(
              OwnerSql.count(
                  "select count(*) from partner.delivery where id = ? and state = 'PENDING' and lease = ?",
                  next.id(),
                  next.lease()))
          .isEqualTo(1);
      queue.exchange(List.of(next.delivered(200)), 0);
      assertThat(
              OwnerSql.count(
                  "select count(*) from partner.delivery where id = ? and state = 'DELIVERED'",
                  next.id()))
          .isEqualTo(1);
    }
  }

  @Test
  void namesAnErasedUserNoLongerThanItTakesToTell() throws Exception {
    JsonPath told = client.endpoint(receiver.url() + "erased", "USER_ERASED");
    assertThat(told.getString("webhookEndpoint.id")).isNotNull();
    String subject = "user-" + UUID.randomUUID();
    User user = new User(subject, client.partner().userToken(subject));
    user.query("{ viewer { id } }");
    user.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");
    String named = "select count(*) from partner.event where payload like '%' || ? || '%'";
    try (Workers workers = new Workers(Workers.fast())) {
      workers.queue().maintain();
      assertThat(OwnerSql.count(named, subject)).isEqualTo(1);
      workers.start(1);
      awaitDelivered();
      workers.queue().maintain();
    }
    assertThat(OwnerSql.count(named, subject)).isZero();
  }
}
