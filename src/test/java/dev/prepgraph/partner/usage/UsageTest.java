package dev.prepgraph.partner.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.TestClock;
import dev.prepgraph.User;
import dev.prepgraph.partner.TestPartner;
import dev.prepgraph.partner.usage.model.UsageKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of partners, and who sees it. */
@QuarkusTest
class UsageTest {

  private static final String USAGE =
      """
      query ($from: Date!, $to: Date!, $slug: String) { partner(slug: $slug) { usage(from: $from, to: $to) {
        days { date operations } operations { name count } fields { name count }
        deprecated { name count lastUsedOn } guides { count guide { slug } }
        searchesWithoutResult { text count } } } }
      """;

  @Inject UsageFlusher flusher;
  @Inject UsageStore store;
  @Inject DocumentAnalysis analysis;
  @Inject TestClock clock;

  private final TestPartner partner = TestPartner.create("READ");
  private final User service = new User("service", partner.token());

  /** The tests are of one day. */
  @BeforeEach
  void stopTheClock() {
    clock.set(Instant.now().toString());
  }

  @AfterEach
  void startTheClock() {
    clock.set(null);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Map<String, Object> days() {
    return Map.of("from", today().minusDays(399).toString(), "to", today().toString());
  }

  private JsonPath usage() {
    flusher.flush();
    return service.query(USAGE, days()).setRootPath("data.partner.usage");
  }

  private RequestSpecification page() {
    return given().header("Origin", partner.origin()).header("Prepgraph-Partner", partner.slug());
  }

  private RequestSpecification page(String user) {
    return page().auth().oauth2(partner.userToken(user));
  }

  private static void send(
      RequestSpecification request, String document, Map<String, ?> variables) {
    request
        .contentType("application/json")
        .body(Map.of("query", document, "variables", variables))
        .post("/graphql")
        .then()
        .statusCode(200);
  }

  private static Map<String, Object> count(String name, int count) {
    return Map.of("name", name, "count", count);
  }

  @Test
  void countsOperationsOfServicesAndPagesAlsoFromTheCache() {
    String guide =
        "{ a: roleGuide(slug: \"backend-developer-intern\") { ...g } b: __typename }"
            + " fragment g on RoleGuide { title t: title } #"
            + partner.slug();
    for (int i = 0; i < 3; i++) {
      send(page(), guide, Map.of());
    }
    send(service.request(), "{ catalogue { revision } }", Map.of());
    given()
        .contentType("application/json")
        .body(Map.of("query", "{ catalogue { revision locales } }"))
        .post("/graphql");

    JsonPath usage = usage();
    assertThat(usage.getList("days"))
        .isEqualTo(List.of(Map.of("date", today().toString(), "operations", 4)));
    assertThat(usage.getList("operations"))
        .isEqualTo(List.of(count("query several", 3), count("query catalogue", 1)));
    assertThat(usage.getList("fields"))
        .isEqualTo(
            List.of(
                count("Query.roleGuide", 3),
                count("RoleGuide.title", 3),
                count("Catalogue.revision", 1),
                count("Query.catalogue", 1)));
    assertThat(usage.getList("guides"))
        .isEqualTo(
            List.of(Map.of("count", 3, "guide", Map.of("slug", "backend-developer-intern"))));
    assertThat(usage.getList("deprecated")).isEmpty();
    assertThat(usage.getList("searchesWithoutResult")).isEmpty();
    // This query has been counted since.
    assertThat(usage().getList("operations")).contains(count("query partner", 1));
  }

  /** Pages of all partners share cached responses that depend on none. */
  @Test
  void countsWhatAnotherPartnersPageCached() {
    String guide = "{ roleGuide(slug: \"backend-developer-intern\") { title } } #" + partner.slug();
    TestPartner other = TestPartner.create("READ");
    send(given(), guide, Map.of());
    for (int i = 0; i < 2; i++) {
      send(
          given().header("Origin", other.origin()).header("Prepgraph-Partner", other.slug()),
          guide,
          Map.of());
    }
    send(page(), guide, Map.of());

    JsonPath usage = usage();
    assertThat(usage.getList("operations")).isEqualTo(List.of(count("query roleGuide", 1)));
    assertThat(usage.getList("guides"))
        .isEqualTo(
            List.of(Map.of("count", 1, "guide", Map.of("slug", "backend-developer-intern"))));
    assertThat(
            new User("other", other.token())
                .query(USAGE, days())
                .getList("partner.usage.operations"))
        .isEqualTo(List.of(count("query roleGuide", 2)));
  }

  @Test
  void namesDeprecatedParts() {
    send(page(), "{ roleGuides(filter: {family: \"x\"}) { totalCount } }", Map.of());
    send(
        service.request(),
        "query ($f: QuestionFilterInput) { questions(filter: $f) { totalCount } }",
        Map.of("f", Map.of("tag", "x", "types", List.of("TECHNICAL"))));

    assertThat(usage().getList("deprecated"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name",
                    "QuestionFilterInput.tag",
                    "count",
                    1,
                    "lastUsedOn",
                    today().toString()),
                Map.of(
                    "name",
                    "RoleGuideFilterInput.family",
                    "count",
                    1,
                    "lastUsedOn",
                    today().toString())));
  }

  @Test
  void reportsSearchesWithoutResultOfFiveCallersOn() {
    String search = "query ($t: String!) { search(text: $t) { totalCount } }";
    for (int i = 0; i < 5; i++) {
      send(page("user " + i), search, Map.of("t", i % 2 == 0 ? "Qzxv  Jkwp" : "qzxv jkwp"));
      send(page("user " + i), search, Map.of("t", "developer"));
      send(page("user 0"), search, Map.of("t", "jane doe"));
      send(page(), search, Map.of("t", "jane doe"));
    }
    for (int i = 0; i < 4; i++) {
      send(page("user " + i), search, Map.of("t", "vkqj xzpw"));
    }

    assertThat(usage().getList("searchesWithoutResult"))
        .isEqualTo(List.of(Map.of("text", "qzxv jkwp", "count", 5)));
  }

  @Test
  void isVisibleToThePartnerAndAdminsOnly() {
    send(page(), "{ catalogue { revision } }", Map.of());
    flusher.flush();
    Map<String, Object> named = new HashMap<>(days());
    named.put("slug", partner.slug());

    assertThat(User.unknown("admin").query(USAGE, named).getList("partner.usage.days")).hasSize(1);
    TestPartner other = TestPartner.create("READ");
    User foreign = new User("other", other.token());
    assertThat(foreign.query(USAGE, named).getMap("partner")).isNull();
    assertThat(foreign.query(USAGE, days()).getList("partner.usage.days")).isEmpty();
    assertThat(User.unknown().query(USAGE, named).getMap("partner")).isNull();
    assertThat(GraphQL.query(USAGE, named).getMap("partner")).isNull();
    Map<String, Object> tooLong = new HashMap<>(days());
    tooLong.put("from", today().minusDays(400).toString());
    assertThat(service.rejection(USAGE, tooLong)).startsWith("BAD_REQUEST to must be from");
  }

  @Test
  void costsNoStatementARequestAndOneAList() {
    String document = "{ catalogue { revision } } #" + partner.slug();
    send(page(), document, Map.of());
    assertThat(StatementCounter.during(() -> send(page(), document, Map.of()))).isEmpty();
    send(page(), "{ roleGuide(slug: \"backend-developer-intern\") { id } }", Map.of());
    assertThat(rows(UsageKind.OPERATION)).as("before the flush").isZero();
    usage();
    assertThat(rows(UsageKind.OPERATION)).isPositive();
    assertThat(StatementCounter.during(() -> service.query(USAGE, days()))).hasSize(6);
  }

  @Test
  void addsUpReplicasAndIsBounded() throws SQLException {
    UUID id = partner.id();
    var document = new DocumentUsage("query catalogue", Set.of("Query.catalogue"), Set.of());
    for (int replica = 0; replica < 2; replica++) {
      UsageCounter counter = new UsageCounter(analysis, clock);
      for (int i = 0; i < 10_000; i++) {
        Set<String> search = Set.of("search " + replica + " " + i);
        counter.repeated(id, "caller", new UsageSample(document, Set.of(), Set.of(), search));
      }
      Map<UsageCounter.Key, Long> counts = counter.drain();
      assertThat(counts).hasSize(2 + UsageCounter.MAX_SEARCHES);
      assertThat(counter.drain()).isEmpty();
      counter.putBack(counts);
      assertThat(counter.drain()).isEqualTo(counts);
      store.add(counts);
    }
    assertThat(usage().getList("operations")).contains(count("query catalogue", 20_000));

    UsageCounter counter = new UsageCounter(analysis, clock);
    for (int batch = 0; batch < 10; batch++) {
      for (int i = 0; i < UsageCounter.MAX_SEARCHES; i++) {
        Set<String> search = Set.of("batch " + batch + " " + i);
        counter.repeated(id, "caller", new UsageSample(document, Set.of(), Set.of(), search));
      }
      store.add(counter.drain());
    }
    assertThat(rows(UsageKind.EMPTY_SEARCH)).isEqualTo(UsageStore.MAX_SEARCHES);
  }

  private int rows(UsageKind kind) {
    return OwnerSql.count(
        "select count(*) from partner.usage where partner_id = ? and kind = ?",
        partner.id(),
        kind.name());
  }

  @Test
  void boundsItsMemory() {
    UsageCounter counter = new UsageCounter(analysis, clock);
    List<UUID> partners = Stream.generate(UUID::randomUUID).limit(20).toList();
    for (int i = 0; i < UsageCounter.MAX_COUNTS + 5_000; i++) {
      var document = new DocumentUsage("query x", Set.of("T.f" + i), Set.of());
      counter.repeated(
          partners.get(i % partners.size()),
          "caller",
          new UsageSample(document, Set.of(), Set.of(), Set.of()));
    }
    assertThat(counter.drain()).hasSize(UsageCounter.MAX_COUNTS);
  }

  @Test
  void countsOthersBesideAPartnerWithTooMuch() {
    UsageCounter counter = new UsageCounter(analysis, clock);
    for (int i = 0; i < 2 * UsageCounter.MAX_COUNTS; i++) {
      var document = new DocumentUsage("query x", Set.of("T.f" + i), Set.of());
      counter.repeated(partner.id(), "x", new UsageSample(document, Set.of(), Set.of(), Set.of()));
    }
    UUID other = UUID.randomUUID();
    var document = new DocumentUsage("query y", Set.of("T.g"), Set.of());
    counter.repeated(other, "y", new UsageSample(document, Set.of(), Set.of(), Set.of()));

    Map<UsageCounter.Key, Long> counts = counter.drain();
    assertThat(counts).hasSize(UsageCounter.MAX_COUNTS_OF_PARTNER + 2);
    assertThat(counts.keySet().stream().filter(key -> key.partner().equals(other))).hasSize(2);
  }

  @Test
  void boundsTheSearchersOfADay() {
    Searchers searchers = new Searchers();
    LocalDate day = today();
    for (int i = 0; i < Searchers.MAX_SEARCHES; i++) {
      assertThat(searchers.add(day, partner.id(), "caller", "text " + i)).isTrue();
    }
    assertThat(searchers.add(day, partner.id(), "caller", "one more")).isFalse();
    assertThat(searchers.add(day.plusDays(1), partner.id(), "caller", "text 0")).isTrue();
    assertThat(searchers.add(day.plusDays(1), partner.id(), "caller", "text 0")).isFalse();
    assertThat(searchers.add(day.plusDays(1), partner.id(), "other", "text 0")).isTrue();
    assertThat(searchers.add(day.plusDays(1), UUID.randomUUID(), "caller", "text 0")).isTrue();
  }

  @Test
  void purgesWhatIsOldOrTooFew() throws SQLException {
    insert(today().minusDays(401), "FIELD", 9);
    insert(today().minusDays(400), "FIELD", 9);
    insert(today().minusDays(3), "EMPTY_SEARCH", 4);
    insert(today().minusDays(4), "EMPTY_SEARCH", 5);
    insert(today().minusDays(2), "EMPTY_SEARCH", 4);

    flusher.purge();

    assertThat(rows(UsageKind.FIELD)).isEqualTo(1);
    assertThat(rows(UsageKind.EMPTY_SEARCH)).isEqualTo(2);
  }

  private void insert(LocalDate day, String kind, int amount) {
    OwnerSql.execute(
        "insert into partner.usage values (?, ?, ?, 'x', ?)", partner.id(), day, kind, amount);
  }
}
