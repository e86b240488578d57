package dev.prepgraph;

import static dev.prepgraph.Awaiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged service with the tokens of a real Keycloak. */
class LoginIT {

  private static EmbeddedPostgres postgres;
  private static Keycloak keycloak;
  private static PackagedService service;
  private static Map<String, String> settings;

  @BeforeAll
  static void start() throws Exception {
    keycloak = Keycloak.start();
    postgres = EmbeddedPostgres.start();
    PackagedService.createLogin(postgres);
    settings = new HashMap<>(PackagedService.database(postgres.getPort()));
    settings.putAll(keycloak.settings());
    settings.put("PREPGRAPH_CONTENT_IMPORT_AT_START", "true");
    service = PackagedService.start(settings);
  }

  @AfterAll
  static void stop() throws IOException {
    if (service != null) {
      service.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  private static ValidatableResponse ask(String token, String query) {
    return ask(service, token, query);
  }

  private static ValidatableResponse ask(PackagedService service, String token, String query) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(Map.of("query", query))
        .post(service.url("/graphql"))
        .then();
  }

  @Test
  void identifiesTheUser() {
    String token = keycloak.tokens("spa", "candidate").getString("access_token");
    JsonPath viewer =
        ask(token, "{ viewer { id displayName email roles } }")
            .statusCode(200)
            .extract()
            .jsonPath()
            .setRootPath("data.viewer");
    assertThat(viewer.getString("displayName")).isEqualTo("A Candidate");
    assertThat(viewer.getString("email")).isEqualTo("candidate@example.org");
    assertThat(viewer.getList("roles")).isEqualTo(List.of("CANDIDATE"));
    // Another token of the same user is the same user.
    ask(keycloak.tokens("spa", "candidate").getString("access_token"), "{ viewer { id } }")
        .body("data.viewer.id", equalTo(viewer.getString("id")));
    ask(keycloak.tokens("spa", "editor").getString("access_token"), "{ viewer { roles } }")
        .body("data.viewer.roles", equalTo(List.of("CANDIDATE", "EDITOR")));
  }

  @Test
  void savesAnswersByTheUsersThemselves() {
    String token = keycloak.tokens("spa", "candidate").getString("access_token");
    String question =
        ask(token, "{ questions(first: 1) { edges { node { id } } } }")
            .extract()
            .path("data.questions.edges[0].node.id");
    ask(
            token,
            "mutation { saveAnswer(input: {questionId: \"%s\", body: \"mine\", expectedVersion: 0}) { savedAnswer { version } } }"
                .formatted(question))
        .body("data.saveAnswer.savedAnswer.version", equalTo(1));
    String mine = "{ viewer { savedAnswers { edges { node { body } } } } }";
    ask(token, mine).body("data.viewer.savedAnswers.edges.node.body", equalTo(List.of("mine")));
    ask(keycloak.tokens("spa", "editor").getString("access_token"), mine)
        .body("data.viewer.savedAnswers.edges", equalTo(List.of()));
  }

  /** A command creates and revokes the partner, and two replicas notice. */
  @Test
  void servesThePartnersOfClients() throws Exception {
    String client = "north-jobs-server";
    String token = keycloak.serviceToken(client, "secret");
    String document = "{ viewer { id } partner { slug } catalogue { revision } }";
    ask(token, document).statusCode(403);
    String[] create = {
      "partner", "create", "north-jobs", "--name", "North Jobs", "--client", client
    };

    PackagedService.Ended created = PackagedService.run(settings, create);

    assertThat(created.err()).isEmpty();
    assertThat(created.out())
        .isEqualTo("north-jobs active client=north-jobs-server scopes=[READ] origins=[]");
    assertThat(PackagedService.run(settings, create).code()).isZero();
    try (PackagedService second = PackagedService.start(settings)) {
      for (PackagedService replica : List.of(service, second)) {
        await()
            .untilAsserted(
                () ->
                    ask(replica, token, document)
                        .statusCode(200)
                        .body("data.viewer", nullValue())
                        .body("data.partner.slug", equalTo("north-jobs")));
      }
      assertThat(PackagedService.run(settings, "partner", "revoke", "north-jobs").code()).isZero();
      for (PackagedService replica : List.of(service, second)) {
        await().untilAsserted(() -> ask(replica, token, document).statusCode(403));
      }
    }
    assertThat(PackagedService.run(settings, "partner", "list").out())
        .isEqualTo("north-jobs revoked client=north-jobs-server scopes=[READ] origins=[]");
    assertThat(PackagedService.run(settings, "partner", "revoke", "none").code()).isEqualTo(1);
  }

  @Test
  void rejectsTokensForOtherAudiences() {
    JsonPath tokens = keycloak.tokens("spa", "candidate");
    for (String token :
        List.of(
            tokens.getString("id_token"),
            tokens.getString("refresh_token"),
            keycloak.tokens("another", "candidate").getString("access_token"))) {
      ask(token, "{ viewer { id } }")
          .statusCode(401)
          .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
    }
  }

  @Test
  void followsTheProviderToANewKey() {
    String before = keycloak.tokens("spa", "candidate").getString("access_token");
    ask(before, "{ viewer { id } }").statusCode(200);

    keycloak.rotateKey();

    String after = keycloak.tokens("spa", "candidate").getString("access_token");
    assertThat(header(after)).isNotEqualTo(header(before));
    await().untilAsserted(() -> ask(after, "{ viewer { id } }").statusCode(200));
    ask(before, "{ viewer { id } }").statusCode(200);
  }

  private static String header(String token) {
    return token.substring(0, token.indexOf('.'));
  }
}
