package dev.prepgraph.partner.event;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.GraphQL.map;
import static dev.prepgraph.partner.event.WebhookClient.CREATE;
import static dev.prepgraph.partner.event.WebhookClient.DELETE;
import static dev.prepgraph.partner.event.WebhookClient.REPLAY;
import static dev.prepgraph.partner.event.WebhookClient.ROTATE;
import static dev.prepgraph.partner.event.WebhookClient.TEST;
import static dev.prepgraph.partner.event.WebhookClient.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookApiTest {

  private static final String URL = "https://hooks.example.com/prepgraph";

  private static final String ALL =
      """
      query ($state: WebhookDeliveryState, $first: Int, $after: String) { partner {
        webhookEndpoints { id url eventTypes enabled disabledReason version }
        deliveries(state: $state, first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } nodes { id eventId eventType payload state attempts nextAttemptAt
            responseStatus failure createdAt finishedAt endpoint { id url } } } } }
      """;

  private static final String NODE =
      "query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { url } ... on WebhookDelivery { state } } }";

  private static final String NEEDS_SCOPE =
      "FORBIDDEN This needs the credentials of a partner with the scope EVENTS";

  private final WebhookClient client = WebhookClient.create();
  private final User admin = User.unknown("admin");

  private JsonPath all() {
    return client.service().query(ALL, Map.of());
  }

  private static String node(User user, String id) {
    return user.query(NODE, Map.of("id", id)).getString("node");
  }

  @Test
  void createsAndListsEndpoints() {
    JsonPath created = client.endpoint(URL);
    assertThat(created.getString("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
    client.endpoint(
        "https://hooks.example.com/other", "GUIDE_CHANGED", "USER_ERASED", "GUIDE_CHANGED");
    JsonPath all = all();
    assertThat(all.getList("partner.webhookEndpoints.url"))
        .containsExactly(URL, "https://hooks.example.com/other");
    assertThat(all.getList("partner.webhookEndpoints.eventTypes"))
        .isEqualTo(
            List.of(
                List.of(
                    "GUIDE_PUBLISHED",
                    "GUIDE_CHANGED",
                    "GUIDE_UNPUBLISHED",
                    "QUESTION_CHANGED",
                    "USER_ERASED"),
                List.of("GUIDE_CHANGED", "USER_ERASED")));
    assertThat(all.getList("partner.webhookEndpoints.enabled")).containsOnly(true);
    assertThat(all.prettify()).doesNotContain(created.getString("secret").substring(6));
  }

  @Test
  void rejectsOtherUrlsAndTypes() {
    for (String url : List.of("", "ftp://hooks.example.com/", "https://user@hooks.example.com/")) {
      assertThat(error(client.payload(CREATE, "url", url)))
          .startsWith("INVALID [input, url] url must be an https URL with a public host name");
    }
    client.endpoint(URL);
    assertThat(error(client.payload(CREATE, "url", URL))).startsWith("DUPLICATE [input, url]");
    for (List<String> types : List.of(List.<String>of(), List.of("TEST"))) {
      assertThat(error(client.payload(CREATE, "url", URL + "2", "eventTypes", types)))
          .startsWith("INVALID [input, eventTypes]");
    }
  }

  @Test
  void boundsTheEndpointsOfAPartner() {
    for (int i = 0; i < 5; i++) {
      client.endpoint(URL + i);
    }
    assertThat(error(client.payload(CREATE, "url", URL)))
        .isEqualTo("LIMIT_REACHED null A partner has at most 5 endpoints");
  }

  @Test
  void changesAnEndpointOfAVersion() {
    String id = client.endpoint(URL).getString("webhookEndpoint.id");
    JsonPath disabled = client.mutate(UPDATE, "id", id, "expectedVersion", 1, "enabled", false);
    assertThat(disabled.getString("webhookEndpoint.disabledReason")).isEqualTo("PARTNER");
    assertThat(disabled.getInt("webhookEndpoint.version")).isEqualTo(2);
    // The repeat of a change whose response was lost.
    assertThat(
            client
                .mutate(UPDATE, "id", id, "expectedVersion", 1, "enabled", false)
                .getInt("webhookEndpoint.version"))
        .isEqualTo(2);
    assertThat(error(client.payload(UPDATE, "id", id, "expectedVersion", 1, "enabled", true)))
        .startsWith("CONFLICT [input, expectedVersion]");
    JsonPath changed =
        client.mutate(
            UPDATE,
            "id",
            id,
            "expectedVersion",
            2,
            "url",
            URL + "2",
            "eventTypes",
            List.of("USER_ERASED"),
            "enabled",
            true);
    assertThat(changed.getMap("webhookEndpoint"))
        .isEqualTo(
            map(
                "id",
                id,
                "url",
                URL + "2",
                "eventTypes",
                List.of("USER_ERASED"),
                "enabled",
                true,
                "disabledReason",
                null,
                "version",
                3));
    client.endpoint(URL);
    assertThat(error(client.payload(UPDATE, "id", id, "expectedVersion", 3, "url", URL)))
        .startsWith("DUPLICATE [input, url]");
  }

  @Test
  void rotatesSecrets() {
    JsonPath created = client.endpoint(URL);
    String id = created.getString("webhookEndpoint.id");
    assertThat(created.getString("webhookEndpoint.previousSecretUntil")).isNull();
    JsonPath rotated = client.mutate(ROTATE, "id", id, "expectedVersion", 1);
    assertThat(rotated.getString("secret")).isNotEqualTo(created.getString("secret"));
    assertThat(Instant.parse(rotated.getString("webhookEndpoint.previousSecretUntil")))
        .isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(error(client.payload(ROTATE, "id", id, "expectedVersion", 1)))
        .startsWith("CONFLICT [input, expectedVersion]");
  }

  @Test
  void storesNoSecret() {
    String secret = client.endpoint(URL).getString("secret").substring(6, 26);
    assertThat(
            OwnerSql.count(
                "select count(*) from partner.endpoint e where e::text like '%' || ? || '%'",
                secret))
        .isZero();
  }

  @Test
  void deletesAnEndpointWithItsDeliveries() {
    String id = client.endpoint(URL).getString("webhookEndpoint.id");
    String delivery = client.mutate(TEST, "endpointId", id).getString("delivery.id");
    assertThat(client.mutate(DELETE, "id", id).getString("deletedId")).isEqualTo(id);
    assertThat(all().getList("partner.webhookEndpoints")).isEmpty();
    assertThat(node(client.service(), id)).isNull();
    assertThat(node(client.service(), delivery)).isNull();
    assertThat(error(client.payload(DELETE, "id", id))).startsWith("NOT_FOUND [input, id]");
  }

  @Test
  void queuesTestEvents() {
    String id = client.endpoint(URL).getString("webhookEndpoint.id");
    JsonPath sent = client.mutate(TEST, "endpointId", id);
    assertThat(sent.getString("delivery.eventType")).isEqualTo("TEST");
    assertThat(sent.getString("delivery.state")).isEqualTo("PENDING");
    assertThat(sent.getString("delivery.endpoint.id")).isEqualTo(id);
    assertThat(sent.getString("delivery.payload")).contains("\"type\": \"TEST\"");
    for (int i = 1; i < 10; i++) {
      client.mutate(TEST, "endpointId", id);
    }
    assertThat(error(client.payload(TEST, "endpointId", id)))
        .isEqualTo("LIMIT_REACHED null An endpoint has at most 10 pending test events");
  }

  @Test
  void listsDeliveriesInOneStatement() {
    String id = client.endpoint(URL).getString("webhookEndpoint.id");
    for (int i = 0; i < 3; i++) {
      client.mutate(TEST, "endpointId", id);
    }
    OwnerSql.execute(
        "update partner.delivery set state = 'DEAD', attempts = 3, status = 500, failure = 'STATUS', finished_at = created_at"
            + " where id = (select id from partner.delivery where partner_id = ? order by created_at, id limit 1)",
        client.partner().id());
    JsonPath dead =
        client
            .service()
            .query(ALL, map("state", "DEAD", "first", 10))
            .setRootPath("data.partner.deliveries");
    assertThat(dead.getInt("totalCount")).isEqualTo(1);
    assertThat(dead.getMap("nodes[0]"))
        .containsEntry("state", "DEAD")
        .containsEntry("attempts", 3)
        .containsEntry("responseStatus", 500)
        .containsEntry("failure", "STATUS")
        .containsEntry("nextAttemptAt", null)
        .containsEntry("endpoint", Map.of("id", id, "url", URL));
    JsonPath first =
        client.service().query(ALL, map("first", 2)).setRootPath("data.partner.deliveries");
    assertThat(first.getInt("totalCount")).isEqualTo(3);
    assertThat(first.getList("nodes.state")).containsExactly("PENDING", "PENDING");
    JsonPath second =
        client
            .service()
            .query(ALL, map("first", 2, "after", first.getString("pageInfo.endCursor")))
            .setRootPath("data.partner.deliveries");
    assertThat(second.getList("nodes.id")).isEqualTo(dead.getList("nodes.id"));
    assertThat(second.getBoolean("pageInfo.hasNextPage")).isFalse();
    // The endpoints, the deliveries, and the endpoints of the deliveries.
    assertThat(StatementCounter.during(this::all)).hasSize(3);
    String one = "{ partner { deliveries { totalCount nodes { state } } } }";
    assertThat(StatementCounter.during(() -> client.service().query(one))).hasSize(1);
  }

  @Test
  void replaysDeadDeliveriesAlone() {
    String id = client.endpoint(URL).getString("webhookEndpoint.id");
    String dead = client.mutate(TEST, "endpointId", id).getString("delivery.id");
    OwnerSql.execute(
        "update partner.delivery set state = 'DEAD', attempts = 24 where partner_id = ?",
        client.partner().id());
    String pending = client.mutate(TEST, "endpointId", id).getString("delivery.id");
    for (List<String> ids : List.of(List.of(dead, pending), List.of("unknown"), List.of(id))) {
      assertThat(error(client.payload(REPLAY, "endpointId", id, "ids", ids)))
          .startsWith("NOT_FOUND [input, ids]");
    }
    assertThat(
            client.mutate(REPLAY, "endpointId", id, "ids", List.of(dead, dead)).getInt("replayed"))
        .isEqualTo(1);
    assertThat(all().getList("partner.deliveries.nodes.state"))
        .containsExactly("PENDING", "PENDING");
    assertThat(all().getList("partner.deliveries.nodes.attempts")).containsExactly(0, 0);
  }

  @Test
  void hidesWebhooksFromOtherPartners() {
    String id = client.endpoint(URL).getString("webhookEndpoint.id");
    String delivery = client.mutate(TEST, "endpointId", id).getString("delivery.id");
    WebhookClient foreign = WebhookClient.create();
    assertThat(foreign.service().query(ALL, Map.of()).getList("partner.webhookEndpoints"))
        .isEmpty();
    assertThat(foreign.service().query(ALL, Map.of()).getInt("partner.deliveries.totalCount"))
        .isZero();
    for (String node : List.of(id, delivery)) {
      assertThat(node(client.service(), node)).isNotNull();
      assertThat(node(admin, node)).isNotNull();
      assertThat(node(foreign.service(), node)).isNull();
      assertThat(node(User.unknown(), node)).isNull();
      assertThat(GraphQL.query(NODE, Map.of("id", node)).getString("node")).isNull();
    }
    assertThat(error(foreign.payload(UPDATE, "id", id, "expectedVersion", 1, "enabled", false)))
        .startsWith("NOT_FOUND [input, id]");
    assertThat(error(foreign.payload(ROTATE, "id", id, "expectedVersion", 1)))
        .startsWith("NOT_FOUND [input, id]");
    assertThat(error(foreign.payload(DELETE, "id", id))).startsWith("NOT_FOUND [input, id]");
    assertThat(error(foreign.payload(TEST, "endpointId", id)))
        .startsWith("NOT_FOUND [input, endpointId]");
    assertThat(error(foreign.payload(REPLAY, "endpointId", id)))
        .startsWith("NOT_FOUND [input, endpointId]");
    assertThat(error(foreign.payload(CREATE, "url", URL, "partner", client.partner().slug())))
        .startsWith("NOT_FOUND [input, partner]");
    String own = foreign.endpoint(URL).getString("webhookEndpoint.id");
    assertThat(error(foreign.payload(REPLAY, "endpointId", own, "ids", List.of(delivery))))
        .startsWith("NOT_FOUND [input, ids]");
    assertThat(all().getList("partner.webhookEndpoints.version")).containsExactly(1);
  }

  @Test
  void needsTheScope() {
    String id = client.endpoint(URL).getString("webhookEndpoint.id");
    TestPartner without = TestPartner.create("READ", "OVERLAY");
    User service = new User(without.slug(), without.token());
    // A user of the partner's site, and one of this service.
    User visitor = new User("visitor", client.partner().userToken("visitor"));
    Map<String, Map<String, Object>> mutations =
        Map.of(
            CREATE, map("url", URL),
            UPDATE, map("id", id, "expectedVersion", 1),
            ROTATE, map("id", id, "expectedVersion", 1),
            DELETE, map("id", id),
            REPLAY, map("endpointId", id),
            TEST, map("endpointId", id));
    mutations.forEach(
        (mutation, input) -> {
          Map<String, ?> variables = Map.of("input", input);
          assertThat(GraphQL.rejection(mutation, variables)).isEqualTo(NEEDS_SCOPE);
          for (User user : List.of(service, visitor, User.unknown())) {
            assertThat(user.rejection(mutation, variables)).isEqualTo(NEEDS_SCOPE);
          }
        });
    for (String field : List.of("webhookEndpoints { id }", "deliveries { totalCount }")) {
      assertThat(service.rejection("{ partner { " + field + " } }", Map.of()))
          .isEqualTo(NEEDS_SCOPE);
    }
    assertThat(visitor.query("{ partner { webhookEndpoints { id } } }").getString("partner"))
        .isNull();
  }

  @Test
  void letsAdminsHelp() {
    JsonPath created =
        admin.mutate(CREATE, Map.of("input", map("url", URL, "partner", client.partner().slug())));
    String id = created.getString("webhookEndpoint.id");
    assertThat(all().getList("partner.webhookEndpoints.id")).containsExactly(id);
    admin.mutate(TEST, Map.of("input", Map.of("endpointId", id)));
    JsonPath read =
        admin.query(
            "query ($slug: String) { partner(slug: $slug) { webhookEndpoints { id } deliveries { nodes { state } } } }",
            Map.of("slug", client.partner().slug()));
    assertThat(read.getList("partner.webhookEndpoints.id")).containsExactly(id);
    assertThat(read.getList("partner.deliveries.nodes.state")).containsExactly("PENDING");
    admin.mutate(DELETE, Map.of("input", Map.of("id", id)));
    assertThat(all().getList("partner.webhookEndpoints")).isEmpty();
  }
}
