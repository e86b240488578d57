package dev.prepgraph.partner.overlay;

import static dev.prepgraph.partner.OverlayClient.link;
import static dev.prepgraph.partner.OverlayClient.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which overlays are rejected, and whose. */
@QuarkusTest
class OverlayRulesTest {

  private static final String SAVE =
      "mutation ($input: SaveOverlayInput!) { saveOverlay(input: $input) { overlay { version } userErrors { code field } } }";

  private final OverlayClient partner = OverlayClient.create();

  private static Map<String, Object> input(Object... contents) {
    return GraphQL.map(
        "guideId", Published.guide(), "expectedVersion", 0, "contents", List.of(contents));
  }

  private List<String> errors(Map<String, Object> content) {
    return GraphQL.errors(partner.save(input(content)));
  }

  private String error(Map<String, Object> content) {
    return GraphQL.error(partner.save(input(content)));
  }

  private static Map<String, Object> content(String field, Object value) {
    return Map.of("locale", "en", field, value);
  }

  private static Map<String, Object> with(Map<String, Object> object, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(object);
    changed.put(field, value);
    return changed;
  }

  @Test
  void namesThePathOfEachError() {
    assertThat(
            errors(
                Map.of(
                    "locale", "en_US",
                    "questions",
                        List.of(
                            Map.of("slug", "Not a slug", "prompt", " "),
                            Map.of("slug", "ok", "prompt", "x".repeat(501), "advice", "<b>x</b>"),
                            Map.of("slug", "ok", "prompt", "Twice?", "answer", "\u200b")),
                    "links", List.of(link("FOOTER", "", "http://e.example/")),
                    "jobLinks",
                        List.of(
                            Map.of("label", "a", "urlTemplate", "https://e.example/", "count", -1)),
                    "images",
                        List.of(
                            Map.of("slot", "HERO", "url", "https://e.example/{slug}", "alt", "a"),
                            Map.of("slot", "HERO", "url", "https://e.example/b", "alt", " ")))))
        .containsExactlyInAnyOrder(
            "INVALID [input, contents, 0, locale]",
            "INVALID [input, contents, 0, questions, 0, slug]",
            "INVALID [input, contents, 0, questions, 0, prompt]",
            "TOO_LARGE [input, contents, 0, questions, 1, prompt]",
            "INVALID [input, contents, 0, questions, 1, advice]",
            "DUPLICATE [input, contents, 0, questions, 2, slug]",
            "INVALID [input, contents, 0, questions, 2, answer]",
            "INVALID [input, contents, 0, links, 0, headline]",
            "INVALID [input, contents, 0, links, 0, urlTemplate]",
            "INVALID [input, contents, 0, jobLinks, 0, count]",
            "INVALID [input, contents, 0, images, 0, url]",
            "DUPLICATE [input, contents, 0, images, 1, slot]",
            "INVALID [input, contents, 0, images, 1, alt]");
  }

  /** Limits count code points, of which a long text in UTF-16 may have few. */
  @Test
  void checksUrlsOfAnyLength() {
    String script = "javascript:alert(1)//" + "\ud83d\ude00".repeat(490);
    String longUrl = "https://e.example/" + "x".repeat(1_000);

    assertThat(
            errors(
                Map.of(
                    "locale", "en",
                    "links", List.of(link("FOOTER", "Jobs", script)),
                    "jobLinks",
                        List.of(
                            Map.of("label", "Jobs", "urlTemplate", script),
                            Map.of("label", "Jobs", "urlTemplate", longUrl)),
                    "images", List.of(Map.of("slot", "HERO", "url", script, "alt", "A")))))
        .containsExactly(
            "INVALID [input, contents, 0, links, 0, urlTemplate]",
            "INVALID [input, contents, 0, jobLinks, 0, urlTemplate]",
            "TOO_LARGE [input, contents, 0, jobLinks, 1, urlTemplate]",
            "INVALID [input, contents, 0, images, 0, url]");
  }

  @Test
  void rejectsTheRolesOfOtherGuides() {
    Map<String, Object> link = link("FOOTER", "Jobs", "https://e.example/jobs");
    String path = "[input, contents, 0, links, 0, ";

    assertThat(
            error(content("links", List.of(with(link, "headline", "Jobs for junior accountants")))))
        .startsWith("INVALID " + path + "headline]")
        .contains("must not name the role of another guide (accountant-junior)")
        .doesNotContain("Jobs for");
    for (String field : List.of("text", "label")) {
      assertThat(errors(content("links", List.of(with(link, field, "For QA Engineer Interns")))))
          .as(field)
          .containsExactly("INVALID " + path + field + "]");
    }
    assertThat(
            errors(
                content(
                    "links",
                    List.of(with(link, "urlTemplate", "https://e.example/qa-engineer-intern")))))
        .containsExactly("INVALID " + path + "urlTemplate]");
    assertThat(
            errors(
                content(
                    "jobLinks",
                    List.of(
                        Map.of(
                            "label", "Jobs",
                            "urlTemplate", "https://e.example/?q=QA%20Engineer%20Intern")))))
        .containsExactly("INVALID [input, contents, 0, jobLinks, 0, urlTemplate]");
    assertThat(
            errors(
                content("links", List.of(with(link, "headline", "As an engineer, or an intern")))))
        .isEmpty();
    assertThat(errors(content("links", List.of(with(link, "headline", "A {role}")))))
        .containsExactly("INVALID " + path + "headline]");
  }

  /** Texts for several guides name none. */
  @Test
  void overlaysOfSeveralGuidesNameNoGuide() {
    JsonPath payload =
        partner.save(
            Map.of(
                "expectedVersion",
                0,
                "contents",
                List.of(
                    Map.of(
                        "locale", "en",
                        "links",
                            List.of(
                                link("FOOTER", "Backend Developer Intern", "https://e.example/")),
                        "questions", List.of(question("a", "Why us?"))))));

    assertThat(GraphQL.errors(payload))
        .containsExactlyInAnyOrder(
            "INVALID [input, contents, 0, questions]",
            "INVALID [input, contents, 0, links, 0, headline]");
  }

  @Test
  void boundsEverything() {
    List<Map<String, Object>> questions =
        IntStream.range(0, 21).mapToObj(i -> question("q-" + i, "Why?")).toList();
    assertThat(errors(content("questions", questions)))
        .containsExactly("TOO_LARGE [input, contents, 0, questions]");
    assertThat(
            errors(
                content(
                    "links",
                    Collections.nCopies(13, link("FOOTER", "Jobs", "https://e.example/")))))
        .containsExactly("TOO_LARGE [input, contents, 0, links]");
    assertThat(errors(content("brandingNotes", "x".repeat(2_001))))
        .containsExactly("TOO_LARGE [input, contents, 0, brandingNotes]");
    assertThat(
            GraphQL.errors(
                partner.save(
                    GraphQL.map(
                        "guideId", Published.guide(),
                        "expectedVersion", 0,
                        "contents", Collections.nCopies(21, Map.of("locale", "en"))))))
        .contains("TOO_LARGE [input, contents]", "DUPLICATE [input, contents, 1, locale]");
    List<Map<String, Object>> longOnes =
        IntStream.range(0, 20)
            .mapToObj(i -> with(question("q-" + i, "Why?"), "answer", "x".repeat(9_999)))
            .toList();
    assertThat(
            GraphQL.errors(
                partner.save(
                    input(
                        Map.of("locale", "en", "questions", longOnes),
                        Map.of("locale", "de", "brandingNotes", "x".repeat(2_000))))))
        .containsExactly("TOO_LARGE [input, contents]");
  }

  @Test
  void rejectsUnknownTargets() {
    for (String field : List.of("guideId", "familyId")) {
      Map<String, Object> input =
          GraphQL.map(
              field, "unknown", "expectedVersion", 0, "contents", List.of(Map.of("locale", "en")));
      assertThat(GraphQL.errors(partner.save(input)))
          .containsExactly("NOT_FOUND [input, " + field + "]");
    }
    Map<String, Object> both = input(Map.of("locale", "en"));
    both.put("familyId", "x");
    assertThat(GraphQL.errors(partner.save(both))).containsExactly("INVALID [input, familyId]");
  }

  @Test
  void rejectsOutdatedVersionsButNotRepeatedSaves() {
    Map<String, Object> first = input(content("brandingNotes", "First"));
    Map<String, Object> second =
        with(input(content("brandingNotes", "Second")), "expectedVersion", 1);

    assertThat(partner.save(first).getInt("overlay.version")).isEqualTo(1);
    assertThat(partner.save(first).getInt("overlay.version")).isEqualTo(1);
    assertThat(partner.save(second).getInt("overlay.version")).isEqualTo(2);
    assertThat(partner.save(second).getInt("overlay.version")).isEqualTo(2);
    JsonPath conflict = partner.save(first);
    assertThat(GraphQL.errors(conflict)).containsExactly("CONFLICT [input, expectedVersion]");
    String id = partner.save(second).getString("overlay.id");
    assertThat(GraphQL.errors(partner.publish(id, 1)))
        .containsExactly("CONFLICT [input, expectedVersion]");
    assertThat(GraphQL.errors(partner.delete(id, 1)))
        .containsExactly("CONFLICT [input, expectedVersion]");
    assertThat(GraphQL.errors(partner.publish(id, 2))).isEmpty();
    assertThat(GraphQL.errors(partner.publish(id, 2))).isEmpty();
  }

  @Test
  void anotherPartnersOverlayIsNotFound() {
    String id = partner.published(Map.of(), content("brandingNotes", "Ours"));
    OverlayClient other = OverlayClient.create();

    assertThat(GraphQL.errors(other.publish(id, 1))).containsExactly("NOT_FOUND [input, id]");
    assertThat(GraphQL.errors(other.delete(id, 1))).containsExactly("NOT_FOUND [input, id]");
    assertThat(GraphQL.errors(other.publish("x", 1))).containsExactly("NOT_FOUND [input, id]");
    JsonPath list = other.service().query("{ partner { overlays { totalCount nodes { id } } } }");
    assertThat(list.getInt("partner.overlays.totalCount")).isZero();
    Map<String, Object> foreign =
        with(input(content("brandingNotes", "Theirs")), "partner", partner.partner().slug());
    assertThat(GraphQL.errors(other.save(foreign))).containsExactly("NOT_FOUND [input, partner]");
    String foreignList =
        "query ($partner: String) { partner(slug: $partner) { overlays { totalCount } } }";
    assertThat(
            other
                .service()
                .query(foreignList, Map.of("partner", partner.partner().slug()))
                .getMap("partner"))
        .isNull();
    assertThat(partner.overlay(Published.GUIDE, null).get("brandingNotes")).isEqualTo("Ours");
  }

  @Test
  void everyMutationNeedsTheServiceWithTheScope() {
    String id = partner.saved(Map.of(), content("brandingNotes", "Draft"));
    String preview =
        "mutation { createOverlayPreview(input: {partner: \"%s\"}) { token userErrors { code field } } }"
            .formatted(partner.partner().slug());
    List<User> others =
        List.of(
            User.unknown(),
            new User("reader", TestPartner.create("READ").token()),
            new User("visitor", partner.partner().userToken("visitor")));
    for (String mutation :
        List.of(
            preview,
            "mutation { publishOverlay(input: {id: \"%s\", expectedVersion: 1}) { userErrors { code } } }"
                .formatted(id),
            "mutation { deleteOverlay(input: {id: \"%s\", expectedVersion: 1}) { userErrors { code } } }"
                .formatted(id))) {
      assertThat(GraphQL.rejection(mutation)).startsWith("FORBIDDEN");
      for (User user : others) {
        assertThat(user.rejection(mutation, Map.of())).startsWith("FORBIDDEN");
      }
      partner
          .page()
          .contentType("application/json")
          .body(Map.of("query", mutation))
          .post("/graphql")
          .then()
          .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }
    assertThat(GraphQL.errors(OverlayClient.create().service().payload(preview, Map.of())))
        .containsExactly("NOT_FOUND [input, partner]");
  }

  @Test
  void needsTheServiceWithTheScopeOrAnAdmin() {
    Map<String, Object> input = input(content("brandingNotes", "Notes"));
    Map<String, Object> variables = Map.of("input", input);
    TestPartner reader = TestPartner.create("READ");
    String list = "{ partner { overlays { totalCount } } }";

    assertThat(GraphQL.rejection(SAVE, variables)).startsWith("FORBIDDEN");
    assertThat(User.unknown().rejection(SAVE, variables)).startsWith("FORBIDDEN");
    assertThat(new User("reader", reader.token()).rejection(SAVE, variables))
        .startsWith("FORBIDDEN");
    // A page that names the partner is not its service.
    partner
        .page()
        .contentType("application/json")
        .body(Map.of("query", SAVE, "variables", variables))
        .post("/graphql")
        .then()
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    assertThat(new User("reader", reader.token()).rejection(list, Map.of()))
        .startsWith("FORBIDDEN");
    assertThat(GraphQL.query(list).getMap("partner")).isNull();
    assertThat(User.unknown().query(list).getMap("partner")).isNull();

    User admin = User.unknown("admin");
    assertThat(admin.rejection(SAVE, variables)).startsWith("FORBIDDEN");
    Map<String, Object> named = Map.of("input", with(input, "partner", partner.partner().slug()));
    assertThat(admin.mutate(SAVE, named).getInt("overlay.version")).isEqualTo(1);
    assertThat(User.unknown().rejection(SAVE, named)).startsWith("FORBIDDEN");
    assertThat(
            admin
                .query(
                    "query ($partner: String) { partner(slug: $partner) { overlays { totalCount } } }",
                    Map.of("partner", partner.partner().slug()))
                .getInt("partner.overlays.totalCount"))
        .isEqualTo(1);
    assertThat(
            GraphQL.errors(admin.payload(SAVE, Map.of("input", with(input, "partner", "unknown")))))
        .containsExactly("NOT_FOUND [input, partner]");
  }
}
