package dev.prepgraph.partner.event.delivery;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.OwnerSql;
import dev.prepgraph.User;
import dev.prepgraph.catalogue.ChangingContent;
import dev.prepgraph.partner.event.EventPack;
import dev.prepgraph.partner.event.WebhookClient;
import dev.prepgraph.partner.event.delivery.Receiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an endpoint receives that was disabled and is enabled again. */
@QuarkusTest
@TestProfile(ChangingContent.class)
class EnabledEndpointTest {

  @TempDir Path folder;

  private final Receiver receiver = new Receiver();
  private WebhookClient client;
  private EventPack pack;
  private String endpoint;

  @BeforeEach
  void create() {
    client = WebhookClient.create();
    pack = new EventPack(folder, "e" + UUID.randomUUID());
    JsonPath created = client.endpoint(receiver.url());
    receiver.expect(created.getString("secret"));
    endpoint = created.getString("webhookEndpoint.id");
  }

  @AfterEach
  void clean() {
    receiver.close();
    OwnerSql.execute("delete from partner.endpoint");
  }

  private void publish(int guide) {
    pack.put(guide, true, "Title", "Leitfaden", "Why?").publish();
  }

  private void eraseUser() {
    String subject = "user-" + UUID.randomUUID();
    User user = new User(subject, client.partner().userToken(subject));
    user.query("{ viewer { id } }");
    user.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");
  }

  private void update(int version, String field, Object value) {
    client.mutate(WebhookClient.UPDATE, "id", endpoint, "expectedVersion", version, field, value);
  }

  private static int count(String condition) {
    return OwnerSql.count("select count(*) from partner.delivery where " + condition);
  }

  @Test
  void receivesErasuresAndWhatIsPublishedFromThenOn() throws Exception {
    publish(0);
    try (Workers workers = new Workers(Workers.fast())) {
      Delivery running = workers.queue().exchange(List.of(), 1).get(0);
      client.mutate(WebhookClient.TEST, "endpointId", endpoint);
      eraseUser();
      update(1, "enabled", false);
      assertThat(count("state = 'PENDING'")).isEqualTo(4);

      update(2, "enabled", true);
      // The guide, its question and the test.
      assertThat(count("state = 'DEAD' and failure = 'EXPIRED' and finished_at is not null"))
          .isEqualTo(3);
      workers.queue().exchange(List.of(running.rejected(500, Duration.ZERO)), 0);
      publish(1);
      workers.start(1);
      await().until(() -> receiver.received().size() >= 3 && count("state = 'PENDING'") == 0);
    }
    assertThat(receiver.received())
        .extracting(Received::type)
        .containsExactlyInAnyOrder("USER_ERASED", "GUIDE_PUBLISHED", "QUESTION_CHANGED");
    assertThat(client.mutate(WebhookClient.REPLAY, "endpointId", endpoint).getInt("replayed"))
        .isEqualTo(3);
  }

  @Test
  void receivesNoErasuresThatItNoLongerWants() {
    eraseUser();
    update(1, "enabled", false);
    update(2, "eventTypes", List.of("GUIDE_PUBLISHED"));
    assertThat(count("state = 'PENDING'")).isEqualTo(1);

    update(3, "enabled", true);
    assertThat(count("state = 'PENDING'")).isZero();
  }

  @Test
  void otherChangesKeepWhatIsPending() {
    client.mutate(WebhookClient.TEST, "endpointId", endpoint);
    update(1, "url", receiver.url() + "2");
    update(2, "enabled", true);

    assertThat(count("state = 'PENDING'")).isEqualTo(1);
  }
}
