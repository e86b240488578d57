package dev.prepgraph.partner.admin;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.GraphQL.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.prepgraph.Awaiting;
import dev.prepgraph.GraphQL;
import dev.prepgraph.IdentityProvider;
import dev.prepgraph.LogLines;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.TestClock;
import dev.prepgraph.User;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartnerAdminTest {

  private static final String FIELDS =
      """
      id slug name clientId loginClientId scopes origins budget { points restoreRate } revokedAt version
      """;

  private static final String CREATE =
      """
      mutation ($input: CreatePartnerInput!) { createPartner(input: $input) {
        partner { %s } userErrors { code field message } } }
      """
          .formatted(FIELDS);

  private static final String UPDATE =
      """
      mutation ($input: UpdatePartnerInput!) { updatePartner(input: $input) {
        partner { %s } userErrors { code field message } } }
      """
          .formatted(FIELDS);

  private static final String REVOKE =
      """
      mutation ($id: ID!, $version: Int!) { revokePartner(input: {id: $id, expectedVersion: $version}) {
        partner { revokedAt version } userErrors { code field message } } }
      """;

  private static final String RESTORE = REVOKE.replace("revokePartner", "restorePartner");

  private static final String LIST =
      "query ($after: String, $before: String, $first: Int, $last: Int) {"
          + " partners(first: $first, after: $after, last: $last, before: $before) {"
          + " totalCount nodes { slug } pageInfo { endCursor startCursor hasNextPage } } }";

  @Inject TestClock clock;

  private final User admin = User.unknown("admin");
  private final String slug = "a-" + UUID.randomUUID();

  private Map<String, Object> input(Object... more) {
    Map<String, Object> input =
        map(
            "slug",
            slug,
            "name",
            "Jobs of the North",
            "clientId",
            "client-" + slug,
            "loginClientId",
            "login-" + slug,
            "scopes",
            List.of("OVERLAY", "READ"),
            "origins",
            List.of("https://b.example", "http://localhost:3000"),
            "budget",
            Map.of("points", 1000, "restoreRate", 10));
    input.putAll(map(more));
    return input;
  }

  private JsonPath create(Object... more) {
    return admin.payload(CREATE, Map.of("input", input(more)));
  }

  @Test
  void createsPartnersOnce() {
    JsonPath created = create();

    assertThat(created.getList("userErrors")).isEmpty();
    Map<String, Object> partner = created.getMap("partner");
    assertThat(partner)
        .containsEntry("slug", slug)
        .containsEntry("name", "Jobs of the North")
        .containsEntry("clientId", "client-" + slug)
        .containsEntry("loginClientId", "login-" + slug)
        .containsEntry("scopes", List.of("READ", "OVERLAY"))
        .containsEntry("origins", List.of("http://localhost:3000", "https://b.example"))
        .containsEntry("budget", Map.of("points", 1000, "restoreRate", 10))
        .containsEntry("revokedAt", null)
        .containsEntry("version", 1);
    assertThat(create().getMap("partner")).isEqualTo(partner);
    assertThat(error(create("name", "Another")))
        .isEqualTo("DUPLICATE [input, slug] slug must not be that of another partner");
    for (String field : List.of("clientId", "loginClientId")) {
      String other = field.equals("clientId") ? "loginClientId" : "clientId";
      assertThat(error(create("slug", slug + "-2", field, "client-" + slug, other, slug)))
          .isEqualTo(
              "DUPLICATE [input, %1$s] %1$s must not be that of another partner".formatted(field));
    }
  }

  /**
   * Each fragment is spread twice by the one before, which nothing else bounds where it is skipped.
   */
  @Test
  void checksTheScopeReadOnceForEachFragment() {
    create("scopes", List.of("OVERLAY"));
    String fragments =
        IntStream.range(0, 50)
            .mapToObj(i -> "fragment F%d on Query { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining(" "));
    User service = new User("service", TestPartner.token("client-" + slug));

    assertTimeoutPreemptively(
        Awaiting.DEADLINE,
        () -> {
          String own = " fragment F50 on Query { partner { slug } }";
          assertThat(
                  service
                      .query("{ ...F0 @skip(if: true) partner { slug } } " + fragments + own)
                      .getString("partner.slug"))
              .isEqualTo(slug);
          String other = " fragment F50 on Query { catalogue { revision } }";
          assertThat(
                  service.rejection(
                      "{ ...F0 @skip(if: true) partner { slug } } " + fragments + other, Map.of()))
              .startsWith("FORBIDDEN");
        });
  }

  @Test
  void allItsServicesTakePointsOfItsBudget() {
    clock.set(Instant.now().toString());
    try {
      create();
      String limit = "{ rateLimit { limit restoreRate remaining } }";
      JwtClaims claims = IdentityProvider.claims("client-" + slug); // of another token and subject
      claims.setClaim("client_id", "client-" + slug);
      User other = new User("other", IdentityProvider.sign(claims));
      JsonPath first = new User("service", TestPartner.token("client-" + slug)).query(limit);
      int cost = 1000 - first.getInt("rateLimit.remaining");

      assertThat(first.getInt("rateLimit.limit")).isEqualTo(1000);
      assertThat(first.getInt("rateLimit.restoreRate")).isEqualTo(10);
      assertThat(cost).isPositive();
      assertThat(other.query(limit).getInt("rateLimit.remaining")).isEqualTo(1000 - 2 * cost);
    } finally {
      clock.set(null);
    }
  }

  @Test
  void rejectsInvalidFields() {
    assertThat(error(create("slug", "Not a slug")))
        .isEqualTo(
            "INVALID [input, slug] slug must be 2 to 60 lower-case letters, digits and single hyphens");
    assertThat(error(create("slug", "x"))).startsWith("INVALID [input, slug]");
    assertThat(error(create("name", "\u2800"))).startsWith("INVALID [input, name]");
    assertThat(error(create("name", "x".repeat(201)))).startsWith("TOO_LARGE [input, name]");
    assertThat(error(create("clientId", "a b"))).startsWith("INVALID [input, clientId]");
    assertThat(error(create("loginClientId", ""))).startsWith("INVALID [input, loginClientId]");
    assertThat(error(create("budget", Map.of("points", 0, "restoreRate", 1))))
        .startsWith("INVALID [input, budget]");
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      many.add("https://" + i + ".example");
    }
    assertThat(error(create("origins", many))).startsWith("TOO_LARGE [input, origins]");
    for (String origin :
        List.of(
            "*",
            "null",
            "https://a.example/",
            "https://A.example",
            "https://a.example:443",
            "http://a.example",
            "https://a.example:99999x",
            "https://*.example")) {
      assertThat(error(create("origins", List.of(origin))))
          .as(origin)
          .isEqualTo(
              "INVALID [input, origins] origins must be origins of pages, for example https://jobs.example.org");
    }
  }

  @Test
  void updatesByVersion() {
    String id = create().getString("partner.id");
    Map<String, Object> change =
        map(
            "id",
            id,
            "name",
            "Renamed",
            "clear",
            List.of("LOGIN_CLIENT", "BUDGET"),
            "expectedVersion",
            1);

    for (int i = 0; i < 2; i++) { // also when the call is repeated
      JsonPath updated = admin.mutate(UPDATE, Map.of("input", change));
      assertThat(updated.getString("partner.name")).isEqualTo("Renamed");
      assertThat(updated.getMap("partner"))
          .containsEntry("loginClientId", null)
          .containsEntry("budget", null)
          .containsEntry("scopes", List.of("READ", "OVERLAY"))
          .containsEntry("version", 2);
    }
    change.put("name", "Late");
    assertThat(error(admin.payload(UPDATE, Map.of("input", change))))
        .startsWith("CONFLICT [input, expectedVersion]");
    change.putAll(map("id", "none", "expectedVersion", 2));
    assertThat(error(admin.payload(UPDATE, Map.of("input", change))))
        .isEqualTo("NOT_FOUND [input, id] id must identify a partner");
    Map<String, Object> both =
        map("id", id, "loginClientId", "x", "clear", List.of("LOGIN_CLIENT"), "expectedVersion", 2);
    assertThat(error(admin.payload(UPDATE, Map.of("input", both))))
        .startsWith("INVALID [input, clear]");
  }

  @Test
  void revokesAndRestores() {
    String id = create().getString("partner.id");
    String token = TestPartner.token("client-" + slug);
    User service = new User("service", token);
    assertThat(service.query("{ partner { slug } }").getString("partner.slug")).isEqualTo(slug);

    for (int i = 0; i < 2; i++) {
      JsonPath revoked = admin.mutate(REVOKE, Map.of("id", id, "version", 1));
      assertThat(revoked.getString("partner.revokedAt")).isNotNull();
      assertThat(revoked.getInt("partner.version")).isEqualTo(2);
    }
    assertThat(service.rejection("{ partner { slug } }", Map.of())).startsWith("FORBIDDEN");
    assertThat(error(admin.payload(RESTORE, Map.of("id", id, "version", 1))))
        .startsWith("CONFLICT");
    assertThat(admin.mutate(RESTORE, Map.of("id", id, "version", 2)).getMap("partner"))
        .isEqualTo(map("revokedAt", null, "version", 3));
    assertThat(service.query("{ partner { slug } }").getString("partner.slug")).isEqualTo(slug);
  }

  @Test
  void othersManageNoPartners() {
    TestPartner partner = TestPartner.create("READ", "OVERLAY", "EVENTS");
    JwtClaims claims = IdentityProvider.claims("x", "admin");
    claims.setClaim("azp", partner.clientId());
    claims.setClaim("gty", "client-credentials");
    User service = new User("service", IdentityProvider.sign(claims));
    User editor = User.unknown("editor");
    Map<String, Object> created = Map.of("input", input());
    Map<String, Object> revoked = Map.of("id", create().getString("partner.id"), "version", 1);
    Map<String, Object> changed = Map.of("input", map("id", "x", "expectedVersion", 1));

    for (Map.Entry<String, Map<String, Object>> operation :
        List.of(
            Map.entry(CREATE, created),
            Map.entry(UPDATE, changed),
            Map.entry(REVOKE, revoked),
            Map.entry(RESTORE, revoked),
            Map.entry(LIST, Map.<String, Object>of()))) {
      String document = operation.getKey();
      Map<String, Object> variables = operation.getValue();
      assertThat(GraphQL.rejection(document, variables)).isEqualTo("UNAUTHENTICATED Log in first");
      assertThat(editor.rejection(document, variables))
          .isEqualTo("FORBIDDEN This needs the role of an admin");
      assertThat(service.rejection(document, variables))
          .isEqualTo("FORBIDDEN This needs the role of an admin");
    }
  }

  @Test
  void showsPartnersToThemselvesAndAdmins() {
    TestPartner one = TestPartner.create("READ");
    TestPartner two = TestPartner.create("READ");
    String byNode = "query ($id: ID!) { node(id: $id) { id ... on Partner { clientId } } }";
    String bySlug = "query ($slug: String) { partner(slug: $slug) { id clientId } }";
    User serviceOne = new User("one", one.token());
    User serviceTwo = new User("two", two.token());
    Map<String, Object> slugOne = Map.of("slug", one.slug());
    String id = serviceOne.query(bySlug, Map.of()).getString("partner.id");

    assertThat(admin.query(bySlug, slugOne).getString("partner.id")).isEqualTo(id);
    assertThat(serviceOne.query(bySlug, slugOne).getString("partner.id")).isEqualTo(id);
    assertThat(serviceTwo.query(bySlug, slugOne).getMap("partner")).isNull();
    assertThat(User.unknown().query(bySlug, slugOne).getMap("partner")).isNull();
    assertThat(GraphQL.query(bySlug, slugOne).getMap("partner")).isNull();
    for (User permitted : List.of(admin, serviceOne)) {
      assertThat(permitted.query(byNode, Map.of("id", id)).getString("node.clientId"))
          .isEqualTo(one.clientId());
    }
    assertThat(serviceTwo.query(byNode, Map.of("id", id)).getMap("node")).isNull();
    assertThat(User.unknown().query(byNode, Map.of("id", id)).getMap("node")).isNull();
    assertThat(GraphQL.query(byNode, Map.of("id", id)).getMap("node")).isNull();

    one.revoke();
    assertThat(admin.query(bySlug, slugOne).getString("partner.id")).isEqualTo(id);
  }

  @Test
  void listsAllBySlugInOneStatement() {
    String last = "zzz-" + UUID.randomUUID();
    for (String number : List.of("1", "2", "3")) {
      create(
          "slug", last + number, "clientId", last + number, "loginClientId", "l" + last + number);
    }

    assertThat(StatementCounter.during(() -> admin.query(LIST, Map.of("last", 2)))).hasSize(1);
    JsonPath page = admin.query(LIST, Map.of("last", 2)).setRootPath("data.partners");
    assertThat(page.getList("nodes.slug")).isEqualTo(List.of(last + "2", last + "3"));
    JsonPath before =
        admin.query(LIST, Map.of("last", 1, "before", page.getString("pageInfo.startCursor")));
    assertThat(before.getList("partners.nodes.slug")).isEqualTo(List.of(last + "1"));
    assertThat(
            admin
                .query(LIST, Map.of("first", 5, "after", page.getString("pageInfo.endCursor")))
                .getList("partners.nodes"))
        .isEmpty();
  }

  @Test
  void limitsServicesWithoutTheScopeRead() {
    User service = new User("service", TestPartner.create("EVENTS").token());

    assertThat(service.query("{ __typename partner { scopes } }").getList("partner.scopes"))
        .isEqualTo(List.of("EVENTS"));
    for (String document :
        List.of(
            "{ roleGuides { totalCount } }",
            "{ partner { slug } ...on Query { roleGuides { totalCount } } }",
            "query { ...f } fragment f on Query { families { slug } }")) {
      assertThat(service.rejection(document, Map.of()))
          .isEqualTo("FORBIDDEN This needs the scope READ");
    }
  }

  @Test
  void writesTheAuditLog() {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler =
        new LogLines(Level.INFO, line -> lines.add(new PatternFormatter("%m").format(line)));
    Logger.getLogger(AuditLog.CATEGORY).addHandler(handler);
    try {
      String id = create().getString("partner.id");
      create();
      admin.mutate(UPDATE, Map.of("input", map("id", id, "name", "x", "expectedVersion", 1)));
      admin.mutate(REVOKE, Map.of("id", id, "version", 2));
      admin.mutate(RESTORE, Map.of("id", id, "version", 3));
    } finally {
      Logger.getLogger(AuditLog.CATEGORY).removeHandler(handler);
    }

    String ids = " partner=[0-9a-f-]{36} account=[0-9a-f-]{36}";
    lines.removeIf(line -> !line.startsWith("event=PARTNER"));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).matches("event=PARTNER_CREATED" + ids);
    assertThat(lines.get(1)).matches("event=PARTNER_UPDATED" + ids);
    assertThat(lines.get(2)).matches("event=PARTNER_REVOKED" + ids);
    assertThat(lines.get(3)).matches("event=PARTNER_RESTORED" + ids);
  }
}
