package dev.prepgraph.partner.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.IdentityProvider;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Partners are told of the erasure of their users, and of nobody else's. */
@QuarkusTest
class ErasureEventTest {

  private static final String ERASE =
      "mutation ($yes: Boolean!) { deleteMyAccount(input: {confirm: $yes}) { deleted } }";

  private static final String VIEWER = "{ viewer { id } }";

  private static final String DELIVERIES =
      "{ partner { deliveries { nodes { eventType payload state } } } }";

  private final WebhookClient client = WebhookClient.create();
  private final String subject = "user-" + UUID.randomUUID();
  private final User user = of(client.partner());

  private User of(TestPartner partner) {
    return new User(subject, partner.userToken(subject));
  }

  private static List<Map<String, Object>> deliveries(WebhookClient of) {
    return of.service().query(DELIVERIES).getList("partner.deliveries.nodes");
  }

  private int clients() {
    return OwnerSql.count(
        "select count(*) from viewer.account_client c join viewer.account a on a.id = c.account_id where a.subject = ?",
        subject);
  }

  @Test
  void isToldToThePartnersWhoseClientsWereUsed() throws Exception {
    WebhookClient second = WebhookClient.create();
    WebhookClient foreign = WebhookClient.create();
    WebhookClient others = WebhookClient.create();
    for (WebhookClient each : List.of(client, second, foreign)) {
      each.endpoint("http://127.0.0.1:1/");
    }
    others.endpoint("http://127.0.0.1:1/", "GUIDE_CHANGED");
    user.query(VIEWER);
    of(second.partner()).query(VIEWER);
    of(others.partner()).query(VIEWER);
    assertThat(clients()).isEqualTo(3);
    assertThat(user.query(ERASE, Map.of("yes", true)).getBoolean("deleteMyAccount.deleted"))
        .isTrue();
    for (WebhookClient each : List.of(client, second)) {
      assertThat(deliveries(each)).hasSize(1);
      Map<String, Object> delivery = deliveries(each).get(0);
      assertThat(delivery)
          .containsEntry("eventType", "USER_ERASED")
          .containsEntry("state", "PENDING");
      JsonNode payload = new ObjectMapper().readTree(delivery.get("payload").toString());
      assertThat(payload.get("data").toString())
          .isEqualTo(
              new ObjectMapper()
                  .createObjectNode()
                  .put("issuer", IdentityProvider.url())
                  .put("subject", subject)
                  .toString());
      assertThat(payload.fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("type", "timestamp", "data");
    }
    assertThat(deliveries(foreign)).isEmpty();
    assertThat(deliveries(others)).isEmpty();
    assertThat(clients()).isZero();
  }

  @Test
  void isNotToldOfAnErasureThatDidNotHappen() {
    client.endpoint("http://127.0.0.1:1/");
    user.query(VIEWER);
    user.query(ERASE, Map.of("yes", false));
    assertThat(deliveries(client)).isEmpty();
  }

  @Test
  void isNotToldToRevokedPartners() {
    client.endpoint("http://127.0.0.1:1/");
    user.query(VIEWER);
    client.partner().revoke();
    User.unknown().query(VIEWER);
    new User(subject, IdentityProvider.token(subject)).query(ERASE, Map.of("yes", true));
    assertThat(
            OwnerSql.count(
                "select count(*) from partner.event where partner_id = ?", client.partner().id()))
        .isZero();
  }

  @Test
  void needsOneStatementForTheFirstUseOfAClientAlone() {
    int before = StatementCounter.during(() -> user.query(VIEWER)).size();
    List<String> again = StatementCounter.during(() -> user.query(VIEWER));
    assertThat(again).noneMatch(sql -> sql.contains("account_client")).hasSizeLessThan(before);
    assertThat(clients()).isEqualTo(1);
    // Clients that are no partner's are not recorded.
    User other = User.unknown();
    assertThat(StatementCounter.during(() -> other.query(VIEWER)))
        .noneMatch(sql -> sql.contains("account_client"));
  }

  @Test
  void isRecordedAgainForTheNextAccountOfTheUser() {
    client.endpoint("http://127.0.0.1:1/");
    for (int i = 1; i <= 2; i++) {
      user.query(VIEWER);
      user.query(ERASE, Map.of("yes", true));
      assertThat(deliveries(client)).hasSize(i);
    }
  }

  @Test
  void isPartOfTheExport() {
    user.query(VIEWER);
    assertThat(user.export().at("/account/clients").toString())
        .isEqualTo("[\"" + client.partner().loginClientId() + "\"]");
    assertThat(User.unknown().export().at("/account/clients").isMissingNode()).isTrue();
  }

  @Test
  void boundsTheClientsOfAnAccount() {
    user.query(VIEWER);
    OwnerSql.execute(
        "insert into viewer.account_client (account_id, client_id, issuer) select a.id, 'c' || i, 'i'"
            + " from viewer.account a, generate_series(1, 19) i where a.subject = ?",
        subject);
    JsonPath read = of(TestPartner.create("EVENTS")).query(VIEWER);
    assertThat(read.getString("viewer.id")).isNotNull();
    assertThat(clients()).isEqualTo(20);
  }
}
