package dev.prepgraph.partner.overlay;

import static dev.prepgraph.partner.OverlayClient.link;
import static dev.prepgraph.partner.OverlayClient.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What partners write, and what their requests show of it. */
@QuarkusTest
class OverlayTest {

  private static final String OTHER_GUIDE = "accountant-junior";

  private final OverlayClient partner = OverlayClient.create();

  private static Map<String, ?> guide() {
    return Map.of("guideId", Published.guide());
  }

  private static String family() {
    return GraphQL.query(
            "query ($slug: String!) { roleGuide(slug: $slug) { family { id } } }",
            Map.of("slug", Published.GUIDE))
        .getString("roleGuide.family.id");
  }

  private static JsonPath read(OverlayClient partner, String locale) {
    JsonPath data =
        partner
            .service()
            .query(OverlayClient.READ, GraphQL.map("slug", Published.GUIDE, "locale", locale));
    return data.setRootPath("data.roleGuide.overlay");
  }

  @Test
  void showsWhatIsPublished() {
    Map<String, Object> content =
        Map.of(
            "locale", "en",
            "questions", List.of(question("own-1", "Why us?")),
            "links",
                List.of(
                    link(
                        "FOOTER", "Jobs as {title}", "https://e.example/{locale}/{slug}?q={title}"),
                    link("AFTER_TYPES", "Salaries", "https://e.example/pay/{occupationCode}")),
            "jobLinks",
                List.of(Map.of("label", "Open", "urlTemplate", "https://e.example/", "count", 12)),
            "brandingNotes", "# Us\nWe *care*.",
            "images",
                List.of(
                    Map.of("slot", "HERO", "url", "https://e.example/a.png", "alt", "Two desks")));

    String id = partner.saved(guide(), content);
    assertThat(partner.overlay(Published.GUIDE, null)).isNull();
    JsonPath published = partner.publish(id, 1);
    assertThat(published.getInt("overlay.publishedVersion")).isEqualTo(1);
    TestPartner.refresh();

    JsonPath overlay = read(partner, null);
    assertThat(overlay.getBoolean("preview")).isFalse();
    assertThat(overlay.getString("resolvedLocale")).isEqualTo("en");
    assertThat(overlay.getMap("questions[0]"))
        .isEqualTo(
            GraphQL.map(
                "slug", "own-1",
                "prompt", "Why us?",
                "advice", "Take *care*.",
                "adviceRich", Map.of("html", "<p>Take <em>care</em>.</p>\n", "locale", "en"),
                "answer", "So **it** is.",
                "answerRich", Map.of("plain", "So it is."),
                "resolvedLocale", "en"));
    assertThat(overlay.getList("links"))
        .isEqualTo(
            List.of(
                GraphQL.map(
                    "placement", "AFTER_TYPES",
                    "headline", "Salaries",
                    "text", null,
                    "label", "Apply",
                    "url", "https://e.example/pay/2512",
                    "resolvedLocale", "en"),
                GraphQL.map(
                    "placement", "FOOTER",
                    "headline", "Jobs as Backend Developer Intern",
                    "text", null,
                    "label", "Apply",
                    "url",
                        "https://e.example/en/backend-developer-intern?q=Backend%20Developer%20Intern",
                    "resolvedLocale", "en")));
    assertThat(overlay.getMap("jobLinks[0]"))
        .isEqualTo(
            Map.of(
                "label", "Open", "url", "https://e.example/", "count", 12, "resolvedLocale", "en"));
    assertThat(overlay.getString("brandingNotesRich.html"))
        .isEqualTo("<h4>Us</h4>\n<p>We <em>care</em>.</p>\n");
    assertThat(overlay.getMap("images[0]"))
        .isEqualTo(
            Map.of(
                "slot", "HERO",
                "url", "https://e.example/a.png",
                "alt", "Two desks",
                "resolvedLocale", "en"));
    assertThat(partner.overlay(OTHER_GUIDE, null)).isNull();
  }

  @Test
  void speaksTheLanguageOfTheGuide() {
    partner.published(
        guide(),
        Map.of("locale", "en", "questions", List.of(question("a", "Why us?"))),
        Map.of("locale", "de", "questions", List.of(question("a", "Warum wir?"))));

    assertThat(read(partner, "de").getString("questions[0].prompt")).isEqualTo("Warum wir?");
    assertThat(read(partner, "de").getString("resolvedLocale")).isEqualTo("de");
    assertThat(read(partner, "de-AT").getString("resolvedLocale")).isEqualTo("de");
    assertThat(read(partner, "en").getString("resolvedLocale")).isEqualTo("en");
    assertThat(read(partner, "fr").getString("resolvedLocale")).isEqualTo("en");

    OverlayClient german = OverlayClient.create();
    german.published(
        guide(), Map.of("locale", "de", "questions", List.of(question("a", "Warum wir?"))));
    assertThat(read(german, "en").getString("questions[0].resolvedLocale")).isEqualTo("de");
  }

  @Test
  void fallsBackFromTheGuideToItsFamilyAndToAll() {
    partner.published(
        Map.of(),
        Map.of(
            "locale",
            "en",
            "brandingNotes",
            "All",
            "jobLinks",
            List.of(Map.of("label", "All", "urlTemplate", "https://e.example/all")),
            "links",
            List.of(
                link("FOOTER", "All", "https://e.example/all"),
                link("AFTER_TYPES", "All", "https://e.example/all"),
                link("AFTER_QUESTIONS", "All", "https://e.example/all/{occupationCode}"))));
    partner.published(
        Map.of("familyId", family()),
        Map.of(
            "locale", "en",
            "brandingNotes", "Family",
            "links", List.of(link("AFTER_TYPES", "Family", "https://e.example/family"))));
    partner.published(
        guide(),
        Map.of(
            "locale", "en", "links", List.of(link("FOOTER", "Guide", "https://e.example/guide"))));

    JsonPath overlay = read(partner, null);
    assertThat(overlay.getList("links.headline")).containsExactly("Family", "All", "Guide");
    assertThat(overlay.getList("jobLinks.label")).containsExactly("All");
    assertThat(overlay.getString("brandingNotes")).isEqualTo("Family");
    assertThat(partner.overlay(OTHER_GUIDE, null).get("brandingNotes")).isEqualTo("All");
  }

  @Test
  void readsOneStatementThenNone() {
    partner.published(
        guide(), Map.of("locale", "en", "questions", List.of(question("a", "Why us?"))));
    String document =
        "{ roleGuides(first: 16) { nodes { slug overlay { questions { prompt } } } } }";
    GraphQL.query(document);

    List<String> cold = StatementCounter.during(() -> partner.service().query(document));
    assertThat(cold).hasSize(1);
    assertThat(StatementCounter.during(() -> partner.service().query(document))).isEmpty();
  }

  @Test
  void manyOverlaysChangeNeitherTheStatementsNorWhatIsShown() {
    partner.published(
        guide(), Map.of("locale", "en", "questions", List.of(question("a", "Why us?"))));
    OwnerSql.execute(
        """
        insert into partner.overlay
          (partner_id, guide_id, version, published_version, draft, published, changed_at, published_at)
        select ?, gen_random_uuid(), 1, 1, content, content, now(), now()
        from generate_series(1, 10000), cast('[{"locale": "en", "brandingNotes": "Theirs"}]' as json) content
        """,
        partner.partner().id());

    assertThat(StatementCounter.during(() -> read(partner, null))).hasSize(1);
    assertThat(StatementCounter.during(() -> read(partner, null))).isEmpty();
    assertThat(read(partner, null).getString("questions[0].prompt")).isEqualTo("Why us?");
    assertThat(partner.overlay(OTHER_GUIDE, null)).isNull();
    assertThat(
            GraphQL.errors(
                partner.save(
                    Map.of("expectedVersion", 0, "contents", List.of(Map.of("locale", "en"))))))
        .containsExactly("LIMIT_REACHED null");
  }

  @Test
  void newVersionsReplaceTheDraftAndThenWhatIsPublished() {
    String id =
        partner.published(
            guide(), Map.of("locale", "en", "questions", List.of(question("a", "First?"))));
    JsonPath saved =
        partner.save(
            Map.of(
                "guideId", Published.guide(),
                "expectedVersion", 1,
                "contents",
                    List.of(
                        Map.of("locale", "en", "questions", List.of(question("a", "Second?"))))));
    assertThat(saved.getInt("overlay.version")).isEqualTo(2);
    assertThat(saved.getInt("overlay.publishedVersion")).isEqualTo(1);
    TestPartner.refresh();
    assertThat(read(partner, null).getString("questions[0].prompt")).isEqualTo("First?");

    partner.publish(id, 2);
    TestPartner.refresh();
    assertThat(read(partner, null).getString("questions[0].prompt")).isEqualTo("Second?");

    assertThat(partner.delete(id, 2).getString("deletedId")).isEqualTo(id);
    TestPartner.refresh();
    assertThat(partner.overlay(Published.GUIDE, null)).isNull();
  }

  @Test
  void listsThePartnersOwnOverlays() {
    String all = partner.saved(Map.of(), Map.of("locale", "en", "brandingNotes", "All"));
    String family =
        partner.saved(
            Map.of("familyId", family()), Map.of("locale", "en", "brandingNotes", "Family"));
    String guide = partner.published(guide(), Map.of("locale", "en", "brandingNotes", "Guide"));
    String document =
        """
        query ($first: Int, $after: String) { partner { overlays(first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor }
          nodes { id scope version publishedVersion guide { slug } family { slug }
            draft { locale brandingNotes questions { prompt } links { urlTemplate } } published { brandingNotes } } } } }
        """;

    JsonPath page = partner.service().query(document, Map.of("first", 2));
    assertThat(page.getInt("partner.overlays.totalCount")).isEqualTo(3);
    assertThat(page.getList("partner.overlays.nodes.id")).containsExactly(guide, family);
    assertThat(page.getList("partner.overlays.nodes.scope")).containsExactly("GUIDE", "FAMILY");
    assertThat(page.getString("partner.overlays.nodes[0].guide.slug")).isEqualTo(Published.GUIDE);
    assertThat(page.getString("partner.overlays.nodes[1].family.slug"))
        .isEqualTo("software-engineering");
    assertThat(page.getString("partner.overlays.nodes[0].published[0].brandingNotes"))
        .isEqualTo("Guide");
    assertThat(page.getList("partner.overlays.nodes[1].published")).isEmpty();
    JsonPath next =
        partner
            .service()
            .query(
                document,
                Map.of("first", 2, "after", page.getString("partner.overlays.pageInfo.endCursor")));
    assertThat(next.getList("partner.overlays.nodes.id")).containsExactly(all);
    assertThat(StatementCounter.during(() -> partner.service().query(document, Map.of("first", 2))))
        .hasSize(1);
  }
}
