package dev.prepgraph.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.StatementCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partners share cached responses that depend on none of them, and no others. */
@QuarkusTest
class SharedResponseTest {

  private static final String GUIDE = "roleGuide(slug: \"backend-developer-intern\")";

  @Inject MeterRegistry metrics;

  private List<OverlayClient> sites;

  @BeforeEach
  void create() {
    sites = List.of(site("Of the first"), site("Of the second"));
  }

  private static OverlayClient site(String notes) {
    OverlayClient site = OverlayClient.create();
    site.published(Map.of(), Map.of("locale", "en", "brandingNotes", notes));
    return site;
  }

  /** A document that no other test sends. */
  private static String document(String selection) {
    return "{ " + selection + " } #" + UUID.randomUUID();
  }

  private static String read(RequestSpecification request, String document) {
    return request
        .contentType("application/json")
        .body(Map.of("query", document))
        .post("/graphql")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private String page(int site, String document) {
    return read(sites.get(site).page(), document);
  }

  private double hits() {
    return metrics.get("cache.gets").tags("cache", "responses", "result", "hit").counter().count();
  }

  @Test
  void sharesWhatDependsOnNoPartner() {
    String document = document(GUIDE + " { title }");
    String seen = read(given(), document); // has not counted what it used
    assertThat(page(0, document)).isEqualTo(seen);
    double before = hits();

    assertThat(page(1, document)).isEqualTo(seen);
    assertThat(page(0, document)).isEqualTo(seen);
    assertThat(read(given(), document)).isEqualTo(seen);

    assertThat(hits()).isEqualTo(before + 3);
  }

  @Test
  void sharesNoOverlay() {
    String document = document(GUIDE + " { overlay { brandingNotes } }");
    for (int round = 0; round < 2; round++) {
      assertThat(read(given(), document)).contains("\"overlay\":null");
      assertThat(page(0, document)).contains("Of the first");
      assertThat(page(1, document)).contains("Of the second");
    }
  }

  /** In any order of requests. */
  @Test
  void sharesNoAbsenceOfAnOverlay() {
    OverlayClient without = OverlayClient.create();
    String document = document(GUIDE + " { overlay { brandingNotes } }");
    assertThat(read(without.page(), document)).contains("\"overlay\":null");
    assertThat(page(0, document)).contains("Of the first");
    assertThat(read(given(), document)).contains("\"overlay\":null");
    assertThat(page(1, document)).contains("Of the second");
  }

  @Test
  void forgetsWhatAPartnerReplaced() {
    String document = document(GUIDE + " { title overlay { brandingNotes } }");
    assertThat(page(0, document)).contains("Of the first");
    OverlayClient site = sites.get(0);
    String id =
        site.service()
            .query("{ partner { overlays { nodes { id } } } }")
            .getString("partner.overlays.nodes[0].id");
    assertThat(site.delete(id, 1).getList("userErrors")).isEmpty();
    TestPartner.refresh();
    assertThat(page(0, document)).contains("\"overlay\":null");
  }

  @Test
  void costsNoStatementForAnotherPartner() {
    String document = document(GUIDE + " { title }");
    page(0, document);
    assertThat(StatementCounter.during(() -> page(1, document))).isEmpty();
  }
}
