package dev.prepgraph.partner.usage;

import static dev.prepgraph.partner.OverlayClient.question;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import dev.prepgraph.partner.event.WebhookClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of one partner is visible to another, in whatever order both write and are read. */
@QuarkusTest
class PartnerIsolationTest {

  private static final String SLUG = "backend-developer-intern";
  private static final int STEPS = 150;

  private static final String GUIDE =
      "{ roleGuide(slug: \"%s\") { title overlay { brandingNotes questions { prompt } } } }"
          .formatted(SLUG);

  private static final String SEARCH =
      "query ($text: String!) { search(text: $text, first: 5) { totalCount } }";

  private static final String ADDRESSES =
      "mutation ($input: SetGuideAddressesInput!) { setGuideAddresses(input: $input) { userErrors { code } } }";

  private static final String ENTITIES =
      "query ($of: [_Any!]!) { _entities(representations: $of) { ... on RoleGuide { slug overlay { questions { prompt } } } } }";

  private static final String OWN =
      """
      { partner { name slug clientId origins budget { points } guideAddresses { urlTemplate }
          overlays(first: 100) { nodes { draft { questions { prompt } } published { questions { prompt } } } }
          webhookEndpoints { url } deliveries(first: 100) { nodes { eventType payload endpoint { url } } }
          usage(from: "%s", to: "%s") { searchesWithoutResult { text } } } }
      """
          .formatted(
              LocalDate.now(ZoneOffset.UTC).minusDays(30),
              LocalDate.now(ZoneOffset.UTC).plusDays(30));

  /**
   * A partner with what it has published last.
   *
   * @param mark in all that it writes
   */
  private static final class Site {
    private final TestPartner partner = TestPartner.create("READ", "OVERLAY", "EVENTS");
    private final OverlayClient overlays = new OverlayClient(partner);
    private final User service = overlays.service();
    private final WebhookClient webhooks = new WebhookClient(partner, service);
    private final String mark = "mark" + UUID.randomUUID().toString().replace("-", "");
    private String overlay;
    private int version;

    private String prompt() {
      return "What is %s v%d?".formatted(mark, version);
    }
  }

  @Inject UsageFlusher usage;

  private final List<Site> sites = List.of(new Site(), new Site());
  private final User user = User.unknown();
  private final String document = GUIDE + " # " + UUID.randomUUID();

  private void write(Site site, int kind) {
    switch (kind) {
      case 0 -> publish(site);
      case 1 ->
          site.webhooks.payload(
              WebhookClient.CREATE,
              "url",
              "https://example.org/%s/%s".formatted(site.mark, UUID.randomUUID()));
      case 2 -> erase(site);
      case 3 -> {
        String url = "https://%s.example/{slug}".formatted(site.mark);
        var address = Map.of("locale", "en", "urlTemplate", url);
        site.service.mutate(ADDRESSES, Map.of("input", Map.of("addresses", List.of(address))));
      }
      default -> {
        for (int i = 0; i < 5; i++) {
          String searcher = site.partner.userToken("searcher " + i);
          post(site.overlays.page().auth().oauth2(searcher), SEARCH, Map.of("text", site.mark));
        }
        usage.flush();
      }
    }
  }

  /** A user of the site, whose erasure is an event for it. */
  private static void erase(Site site) {
    String subject = site.mark + UUID.randomUUID();
    User erased = new User(subject, site.partner.userToken(subject));
    erased.query("{ viewer { id } }");
    erased.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");
  }

  private void publish(Site site) {
    site.version++;
    var content =
        Map.of(
            "locale",
            "en",
            "brandingNotes",
            site.mark,
            "questions",
            List.of(question("a", site.prompt())));
    if (site.overlay == null) {
      site.overlay = site.overlays.published(Map.of("guideId", Published.guide()), content);
    } else {
      site.overlays.save(
          Map.of(
              "guideId", Published.guide(),
              "expectedVersion", site.version - 1,
              "contents", List.of(content)));
      site.overlays.publish(site.overlay, site.version);
      TestPartner.refresh();
    }
  }

  private static Response post(
      RequestSpecification request, String document, Map<String, ?> variables) {
    return request
        .contentType("application/json")
        .body(Map.of("query", document, "variables", variables))
        .post("/graphql");
  }

  /** All that a caller can read by one of the ways. */
  private String read(Site named, RequestSpecification request, int way) {
    if (named != null && (way == 4 || way == 5)) {
      request.queryParam("partner", named.partner.slug());
    }
    Map<String, Object> guide = Map.of("__typename", "RoleGuide", "slug", SLUG);
    Response response =
        switch (way) {
          case 0 -> request.queryParam("query", document).get("/graphql");
          case 1 -> post(request, GUIDE, Map.of());
          case 2 -> post(request, ENTITIES, Map.of("of", List.of(guide)));
          case 3 -> post(request, OWN, Map.of());
          case 4 -> request.get("/embed/guides/" + SLUG);
          case 5 -> request.get("/guides/" + SLUG + ".jsonld");
          case 6 ->
              post(
                  request,
                  "{ catalogueChanges(since: 0, first: 100) { nodes { objectId } } questions(first: 100) { totalCount nodes { prompt } } }",
                  Map.of());
          default ->
              request
                  .accept("text/event-stream")
                  .contentType("application/json")
                  .body(Map.of("query", GUIDE))
                  .post("/graphql");
        };
    assertThat(response.statusCode()).as("way %d: %s", way, response.asString()).isEqualTo(200);
    assertThat(response.asString()).doesNotContain("\"errors\"");
    return response.asString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void showsNothingOfAnother(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      Site site = sites.get(random.nextInt(2));
      Site other = sites.get(site == sites.get(0) ? 1 : 0);
      if (random.nextInt(5) == 0) {
        write(site, random.nextInt(5));
        continue;
      }
      int caller = random.nextInt(5);
      int way = random.nextInt(8);
      String seen =
          read(
              caller < 3 ? site : null,
              switch (caller) {
                case 0 -> site.overlays.page();
                case 1 -> site.service.request();
                case 2 ->
                    site.overlays.page().auth().oauth2(site.partner.userToken(user.subject()));
                case 3 -> user.request();
                default -> given();
              },
              way);
      String as = "seed %d, step %d, caller %d, way %d".formatted(seed, step, caller, way);
      assertThat(seen).as(as).doesNotContain(other.mark, other.partner.id().toString());
      boolean ofPartner = caller < 3;
      if (!ofPartner) {
        assertThat(seen).as(as).doesNotContain(site.mark);
      } else if (site.version > 0 && (way < 3 || way == 7)) {
        assertThat(seen).as(as).contains(site.prompt());
      }
      if (way == 3) {
        assertThat(seen.contains(site.partner.clientId())).as(as).isEqualTo(caller == 1);
      }
    }
  }
}
