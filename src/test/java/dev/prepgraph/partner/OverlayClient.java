package dev.prepgraph.partner;

import static io.restassured.RestAssured.given;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** A partner that writes overlays by its service, and whose pages read guides. */
public record OverlayClient(TestPartner partner) {

  /** All that a guide's overlay shows. */
  public static final String OVERLAY =
      """
      overlay { preview resolvedLocale brandingNotes brandingNotesRich { html(headingLevel: 4) locale }
        questions { slug prompt advice adviceRich { html locale } answer answerRich { plain } resolvedLocale }
        links { placement headline text label url resolvedLocale }
        jobLinks { label url count resolvedLocale } images { slot url alt resolvedLocale } }
      """;

  public static final String READ =
      "query ($slug: String!, $locale: String) { roleGuide(slug: $slug, locale: $locale) { slug "
          + OVERLAY
          + " } }";

  private static final String SAVE =
      """
      mutation ($input: SaveOverlayInput!) { saveOverlay(input: $input) {
        overlay { id scope version publishedVersion guide { slug } family { slug } draft { locale } published { locale } }
        userErrors { code field message } } }
      """;

  private static final String PUBLISH =
      """
      mutation ($input: PublishOverlayInput!) { publishOverlay(input: $input) {
        overlay { id version publishedVersion published { locale questions { prompt } } } userErrors { code field message } } }
      """;

  private static final String DELETE =
      """
      mutation ($input: DeleteOverlayInput!) { deleteOverlay(input: $input) { deletedId userErrors { code field message } } }
      """;

  private static final String PREVIEW =
      """
      mutation ($input: CreateOverlayPreviewInput!) { createOverlayPreview(input: $input) {
        token expiresAt userErrors { code field message } } }
      """;

  public static OverlayClient create() {
    return new OverlayClient(TestPartner.create("READ", "OVERLAY"));
  }

  /** The service of the partner. */
  public User service() {
    return new User(partner.slug(), partner.token());
  }

  /** A request of one of the partner's pages. */
  public RequestSpecification page() {
    return given().header("Origin", partner.origin()).header("Prepgraph-Partner", partner.slug());
  }

  /** The overlay that the partner's service sees of a guide, or null. */
  public Map<String, Object> overlay(String slug, String locale) {
    return service()
        .query(READ, GraphQL.map("slug", slug, "locale", locale))
        .getMap("roleGuide.overlay");
  }

  /** A GET of an anonymous request, which caches may answer. */
  public static Response get(RequestSpecification request, String document) {
    return request
        .accept("application/json")
        .queryParam("query", document)
        .get("/graphql")
        .then()
        .extract()
        .response();
  }

  /** The payload of a save, which may have user errors. */
  public JsonPath save(Map<String, ?> input) {
    return service().payload(SAVE, Map.of("input", input));
  }

  public JsonPath publish(String id, int version) {
    return service()
        .payload(PUBLISH, Map.of("input", Map.of("id", id, "expectedVersion", version)));
  }

  public JsonPath delete(String id, int version) {
    return service().payload(DELETE, Map.of("input", Map.of("id", id, "expectedVersion", version)));
  }

  public JsonPath preview(Integer minutes) {
    return service().payload(PREVIEW, Map.of("input", GraphQL.map("expiresInMinutes", minutes)));
  }

  /**
   * Saves and publishes an overlay, which this replica then serves.
   *
   * @param target the fields of the input that say what it is for
   * @return its id
   */
  public String published(Map<String, ?> target, Object... contents) {
    String id = saved(target, contents);
    JsonPath payload = publish(id, 1);
    if (!payload.getList("userErrors").isEmpty()) {
      throw new AssertionError(payload.prettify());
    }
    TestPartner.refresh();
    return id;
  }

  /** Saves the draft of a new overlay; returns its id. */
  public String saved(Map<String, ?> target, Object... contents) {
    Map<String, Object> input = GraphQL.map("expectedVersion", 0, "contents", List.of(contents));
    input.putAll(target);
    JsonPath payload = save(input);
    if (!payload.getList("userErrors").isEmpty()) {
      throw new AssertionError(payload.prettify());
    }
    return payload.getString("overlay.id");
  }

  /** A question of a content. */
  public static Map<String, Object> question(String slug, String prompt) {
    return Map.of(
        "slug", slug, "prompt", prompt, "advice", "Take *care*.", "answer", "So **it** is.");
  }

  /** A link of a content. */
  public static Map<String, Object> link(String placement, String headline, String url) {
    return Map.of(
        "placement", placement, "headline", headline, "label", "Apply", "urlTemplate", url);
  }
}
