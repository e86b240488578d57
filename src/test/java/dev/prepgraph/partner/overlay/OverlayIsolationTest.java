package dev.prepgraph.partner.overlay;

import static dev.prepgraph.partner.OverlayClient.get;
import static dev.prepgraph.partner.OverlayClient.question;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.TestClock;
import dev.prepgraph.User;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Overlays and drafts appear only to the requests that they are for, through every cache. */
@QuarkusTest
class OverlayIsolationTest {

  private static final String DOCUMENT =
      "{ roleGuide(slug: \"backend-developer-intern\") { title overlay { questions { prompt } } } }";

  private static final String EVERYTHING =
      """
      { catalogue { revision } catalogueChanges(since: 0, first: 100) { nodes { objectId locale revision } }
        questions(first: 100) { totalCount facets { types { value count } } nodes { slug } }
        roleGuides(first: 10) { totalCount nodes { slug contentChangedAt questions(first: 0) { totalCount } } }
        roleGuide(slug: "backend-developer-intern") { estimatedMinutes { reading learning } questions(first: 100) { totalCount nodes { prompt } } }
        search(text: "zyxwvut", first: 10) { totalCount } }
      """;

  @Inject TestClock clock;

  private final OverlayClient one = OverlayClient.create();
  private final OverlayClient two = OverlayClient.create();

  private static Map<String, ?> guide() {
    return Map.of("guideId", Published.guide());
  }

  private static Map<String, Object> content(String prompt) {
    return Map.of("locale", "en", "questions", List.of(question("a", prompt)));
  }

  private static List<String> prompts(Response response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return response.jsonPath().getList("data.roleGuide.overlay.questions.prompt");
  }

  @Test
  void eachCallerSeesItsOwnThroughTheCaches() {
    one.published(guide(), content("One?"));
    two.published(guide(), content("Two?"));
    String document = DOCUMENT + " # " + UUID.randomUUID();
    User user = User.unknown();
    List<Map.Entry<Supplier<RequestSpecification>, List<String>>> callers =
        List.of(
            Map.entry(one::page, List.of("One?")),
            Map.entry(() -> one.service().request(), List.of("One?")),
            Map.entry(() -> one.page().auth().oauth2(user.token()), List.of("One?")),
            Map.entry(two::page, List.of("Two?")),
            Map.entry(() -> two.service().request(), List.of("Two?")),
            Map.entry(() -> given(), List.of()),
            Map.entry(user::request, List.of()));
    Random random = new Random(7);

    for (int i = 0; i < 60; i++) {
      var caller = callers.get(random.nextInt(callers.size()));
      List<String> seen = prompts(get(caller.getKey().get(), document));
      assertThat(seen == null ? List.of() : seen).as("request %d", i).isEqualTo(caller.getValue());
    }
  }

  @Test
  void entityTagsFollowTheOverlay() {
    String document = DOCUMENT + " # " + UUID.randomUUID();
    String anonymous = get(given(), document).header("ETag");
    String none = get(one.page(), document).header("ETag");
    one.published(guide(), content("One?"));
    Response published = get(one.page(), document);

    assertThat(published.header("ETag")).isNotNull().isNotIn(anonymous, none);
    assertThat(published.header("Cache-Control")).startsWith("public");
    assertThat(published.header("Vary")).contains("Prepgraph-Partner", "Prepgraph-Preview");
    assertThat(
            get(one.page().header("If-None-Match", published.header("ETag")), document)
                .statusCode())
        .isEqualTo(304);
    assertThat(get(given(), document).header("ETag")).isEqualTo(anonymous);
    assertThat(
            get(two.page().header("If-None-Match", published.header("ETag")), document)
                .statusCode())
        .isEqualTo(200);
    assertThat(get(one.service().request(), document).header("Cache-Control"))
        .isEqualTo("private, no-store");
  }

  @Test
  void nothingElseShowsOrCountsIt() {
    String everything = GraphQL.query(EVERYTHING).getMap("").toString();
    String id = one.published(guide(), content("Do you know zyxwvut?"));

    assertThat(one.service().query(EVERYTHING).getMap("").toString()).isEqualTo(everything);
    assertThat(GraphQL.query(EVERYTHING).getMap("").toString()).isEqualTo(everything);
    String node = "query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }";
    JsonPath found = one.service().query(node, Map.of("id", id));
    assertThat(found.getMap("node")).isNull();
    assertThat(found.getList("nodes")).containsOnlyNulls();
  }

  @Test
  void aServiceWithoutTheScopeReadReachesNoGuideByItsOverlays() {
    OverlayClient writer = OverlayClient.create();
    writer.published(guide(), content("Mine?"));
    OwnerSql.execute(
        "update partner.partner set scopes = '{OVERLAY}' where id = ?", writer.partner().id());
    TestPartner.refresh();
    String document =
        "{ partner { overlays(first: 1) { nodes { id guide { title } published { questions { prompt } } } } } }";

    JsonPath response = writer.service().send(document, Map.of());

    assertThat(response.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
    assertThat(response.getList("errors[0].path"))
        .isEqualTo(List.of("partner", "overlays", "nodes", 0, "guide"));
    assertThat(response.getMap("data.partner.overlays.nodes[0].guide")).isNull();
    assertThat(
            response.getString("data.partner.overlays.nodes[0].published[0].questions[0].prompt"))
        .isEqualTo("Mine?");
    given()
        .queryParam("partner", writer.partner().slug())
        .get("/guides/" + Published.GUIDE + ".jsonld")
        .then()
        .statusCode(404);
  }

  @Test
  void aRevokedPartnerShowsNothing() {
    one.published(guide(), content("One?"));
    assertThat(prompts(get(one.page(), DOCUMENT))).containsExactly("One?");

    one.partner().revoke();

    assertThat(get(one.page(), DOCUMENT).statusCode()).isEqualTo(403);
    assertThat(prompts(get(given(), DOCUMENT))).isNull();
  }

  @Test
  void draftsAppearOnlyWithATokenAndAreNeverCached() {
    one.published(guide(), content("Published?"));
    one.save(
        Map.of(
            "guideId", Published.guide(),
            "expectedVersion", 1,
            "contents", List.of(content("Draft?"))));
    String token = one.preview(null).getString("token");
    String document = DOCUMENT + " # " + UUID.randomUUID();
    String argument = document.replace("overlay", "overlay(preview: \"" + token + "\")");

    for (int i = 0; i < 3; i++) {
      Response preview = get(one.page().header("Prepgraph-Preview", token), document);
      assertThat(prompts(preview)).containsExactly("Draft?");
      assertThat(preview.header("Cache-Control")).isEqualTo("private, no-store");
      assertThat(preview.header("ETag")).isNull();
      Response byArgument = get(one.page(), argument);
      assertThat(prompts(byArgument)).containsExactly("Draft?");
      assertThat(byArgument.header("Cache-Control")).isEqualTo("private, no-store");
      assertThat(prompts(get(one.page(), document))).containsExactly("Published?");
      assertThat(prompts(get(given(), document))).isNull();
      assertThat(prompts(get(given(), argument))).isNull();
    }
    assertThat(
            one.service()
                .request()
                .header("Prepgraph-Preview", token)
                .queryParam("query", document)
                .get("/graphql")
                .jsonPath()
                .getList("data.roleGuide.overlay.questions.prompt"))
        .containsExactly("Draft?");
  }

  @Test
  void rejectsTokensThatAreNotThePartners() {
    one.saved(guide(), content("Draft?"));
    String token = one.preview(1).getString("token");
    String foreign = two.preview(null).getString("token");
    clock.set(Instant.now().plusSeconds(61).toString());
    try {
      assertThat(get(one.page().header("Prepgraph-Preview", token), DOCUMENT).asString())
          .contains("FORBIDDEN")
          .doesNotContain("Draft?");
    } finally {
      clock.set(null);
    }
    List<String> invalid =
        new ArrayList<>(List.of("", "x", foreign, token.substring(1), token + "="));

    for (String given : invalid) {
      Response response = get(one.page().header("Prepgraph-Preview", given), DOCUMENT);
      assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
      assertThat(response.asString()).doesNotContain("Draft?");
      assertThat(response.header("Cache-Control")).isEqualTo("private, no-store");
    }
    assertThat(get(two.page().header("Prepgraph-Preview", token), DOCUMENT).asString())
        .contains("FORBIDDEN")
        .doesNotContain("Draft?");
  }
}
