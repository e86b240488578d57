package dev.prepgraph.catalogue;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.GraphQL.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.content.TestPack;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random filters, orders and page sizes of catalogue lists, compared with brute force. */
@QuarkusTest
@TestProfile(ChangingContent.class)
class CatalogueListPropertyTest {

  private record Guide(
      String id, String slug, String family, String seniority, Instant changed, String title) {}

  private record Question(
      String id,
      String slug,
      String type,
      String difficulty,
      List<String> tags,
      List<String> criteria,
      Instant changed,
      List<Guide> guides) {

    List<String> difficulties() {
      return difficulty == null ? List.of() : List.of(difficulty);
    }

    /** A question without a difficulty counts as MEDIUM. */
    int difficultyRank() {
      return DIFFICULTIES.indexOf(difficulty == null ? "MEDIUM" : difficulty);
    }
  }

  /** Questions that lack a difficulty, criteria or both, among others. */
  private static final String OPEN_GUIDE =
      """
      slug: t-open
      title: Open guide
      family: t-family
      seniority: SENIOR
      overview: About the role
      questionTypes:
        - {type: t-type, whatToExpect: This}
      criteria: [t-criterion]
      questions:
      """;

  private static final String OPEN_QUESTION =
      """
        - slug: t-open-%d
          prompt: Open question %d of a test
          type: t-type
          howToAnswer: Because
          answers:
            - {kind: MODEL, body: So}
      """;
  private static final List<String> OPEN_PARTS =
      List.of(
          "difficulty: HARD",
          "tags: [t-open]",
          "difficulty: MEDIUM",
          "criteria: [t-criterion]",
          "difficulty: EASY",
          "tags: [t-open]",
          "difficulty: MEDIUM");

  private static final List<String> DIFFICULTIES = List.of("EASY", "MEDIUM", "HARD");
  private static final List<String> SENIORITIES =
      List.of("INTERN", "JUNIOR", "MID", "SENIOR", "LEAD");

  private static final String PAGE =
      "totalCount nodes { slug } edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
  private static final String VALUES = " { value count } ";
  private static final String GUIDE_FACETS =
      " facets { families" + VALUES + "seniorities" + VALUES + "} ";
  private static final String QUESTION_FACETS =
      " facets { types"
          + VALUES
          + "difficulties"
          + VALUES
          + "tags"
          + VALUES
          + "criteria"
          + VALUES
          + "families"
          + VALUES
          + "seniorities"
          + VALUES
          + "} ";
  private static final String PAGING = "first: $first, after: $after, last: $last, before: $before";
  private static final String VARIABLES =
      "$first: Int, $after: String, $last: Int, $before: String, $locale: String";

  private static final String QUESTIONS =
      "query("
          + VARIABLES
          + ", $filter: QuestionFilterInput, $order: QuestionOrderInput) {"
          + " page: questions(filter: $filter, orderBy: $order, locale: $locale, "
          + PAGING
          + ") {"
          + PAGE
          + QUESTION_FACETS
          + "} }";
  private static final String GUIDES =
      "query("
          + VARIABLES
          + ", $filter: RoleGuideFilterInput, $order: RoleGuideOrderInput) {"
          + " page: roleGuides(filter: $filter, orderBy: $order, locale: $locale, "
          + PAGING
          + ") {"
          + PAGE
          + GUIDE_FACETS
          + "} }";
  private static final String OF_GUIDE =
      "query("
          + VARIABLES
          + ", $slug: String, $filter: QuestionFilterInput, $order: GuideQuestionOrderInput) {"
          + " guide: roleGuide(slug: $slug, locale: $locale) { page: questions(filter: $filter, orderBy: $order, "
          + PAGING
          + ") {"
          + PAGE
          + QUESTION_FACETS
          + "} } }";

  @Inject DataSource dataSource;
  @TempDir Path folder;

  private final Map<String, Guide> guides = new HashMap<>();
  private final List<Question> questions = new ArrayList<>();
  private final Map<String, List<Question>> ofGuides = new HashMap<>();

  @BeforeEach
  void read() throws IOException, SQLException {
    StringBuilder open = new StringBuilder(OPEN_GUIDE);
    for (int i = 0; i < OPEN_PARTS.size(); i++) {
      open.append(OPEN_QUESTION.formatted(i, i)).append("    " + OPEN_PARTS.get(i) + "\n");
    }
    Files.createDirectories(folder.resolve("guides"));
    Files.writeString(folder.resolve("guides/t-open.yaml"), open);
    int revision = TestPack.publish(folder, "Question of another publication", "And one more");
    await()
        .until(() -> query("{ catalogue { revision } }").getInt("catalogue.revision") >= revision);
    for (Map<String, Object> guide : all("roleGuides", "id slug title family { slug } seniority")) {
      String slug = (String) guide.get("slug");
      guides.put(
          slug,
          new Guide(
              (String) guide.get("id"),
              slug,
              slug(guide.get("family")),
              (String) guide.get("seniority"),
              changed("guide", slug),
              (String) guide.get("title")));
    }
    for (Map<String, Object> question :
        all(
            "questions",
            "id slug type { slug } difficulty tags criteria { slug } guides { slug }")) {
      String slug = (String) question.get("slug");
      questions.add(
          new Question(
              (String) question.get("id"),
              slug,
              slug(question.get("type")),
              (String) question.get("difficulty"),
              ((List<?>) question.get("tags")).stream().map(Object::toString).toList(),
              slugs(question.get("criteria")),
              changed("question", slug),
              slugs(question.get("guides")).stream().map(guides::get).toList()));
    }
    Map<String, Question> bySlug =
        questions.stream().collect(Collectors.toMap(Question::slug, Function.identity()));
    for (String guide : guides.keySet()) {
      ofGuides.put(
          guide,
          query(
                  "query($slug: String) { roleGuide(slug: $slug) { questions(first: 100) { nodes { slug } } } }",
                  Map.of("slug", guide))
              .getList("roleGuide.questions.nodes.slug", String.class)
              .stream()
              .map(bySlug::get)
              .toList());
    }
  }

  private static List<Map<String, Object>> all(String field, String selection) {
    List<Map<String, Object>> nodes = new ArrayList<>();
    String document =
        "query($after: String) { page: %s(first: 100, after: $after) { nodes { %s } pageInfo { endCursor hasNextPage } } }"
            .formatted(field, selection);
    JsonPath data;
    Map<String, Object> variables = new HashMap<>();
    do {
      data = query(document, variables);
      nodes.addAll(data.getList("page.nodes"));
      variables.put("after", data.getString("page.pageInfo.endCursor"));
    } while (data.getBoolean("page.pageInfo.hasNextPage"));
    return nodes;
  }

  private static String slug(Object node) {
    return (String) ((Map<?, ?>) node).get("slug");
  }

  private static List<String> slugs(Object nodes) {
    return ((List<?>) nodes).stream().map(CatalogueListPropertyTest::slug).toList();
  }

  private Instant changed(String kind, String slug) throws SQLException {
    String sql =
        "select p.published_at from catalogue.%1$s o join catalogue.%1$s_revision r on r.%1$s_id = o.id and r.revision = o.revision join catalogue.publication p on p.revision = r.publication where o.slug = ?"
            .formatted(kind);
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, slug);
      var rows = statement.executeQuery();
      rows.next();
      return rows.getTimestamp(1).toInstant();
    }
  }

  @Test
  void listsOfQuestions() {
    for (int seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      Map<String, Object> filter = questionFilter(random, questions);
      String field = pick(random, List.of("SLUG", "DIFFICULTY", "CHANGED"));
      Comparator<Question> order =
          switch (field) {
            case "DIFFICULTY" -> Comparator.comparing(Question::difficultyRank);
            case "CHANGED" -> Comparator.comparing(Question::changed);
            default -> Comparator.comparing(q -> 0);
          };
      order = order.thenComparing(Question::slug);
      boolean descending = random.nextBoolean();
      Set<String> texts = texts(filter);
      List<String> expected =
          questions.stream()
              .filter(q -> matches(q, filter, texts, ""))
              .sorted(descending ? order.reversed() : order)
              .map(Question::slug)
              .toList();
      Map<String, Object> variables = new HashMap<>();
      variables.put("filter", filter);
      variables.put("order", order(field, descending));
      JsonPath page = walk(QUESTIONS, variables, "page", expected, random, "seed " + seed);
      checkFacets(page, questions, filter, texts, "seed " + seed);
    }
  }

  @Test
  void questionsOfAGuide() {
    for (int seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      String guide = pick(random, guides.keySet().stream().sorted().toList());
      List<Question> all = ofGuides.get(guide);
      Map<String, Object> filter = questionFilter(random, all);
      boolean descending = random.nextBoolean();
      boolean byDifficulty = random.nextBoolean();
      Set<String> texts = texts(filter);
      List<Question> ordered = new ArrayList<>(all);
      if (byDifficulty) {
        Comparator<Question> order = Comparator.comparing(Question::difficultyRank);
        ordered.sort(descending ? order.reversed() : order);
      } else if (descending) {
        Collections.reverse(ordered);
      }
      List<String> expected =
          ordered.stream().filter(q -> matches(q, filter, texts, "")).map(Question::slug).toList();
      Map<String, Object> variables = new HashMap<>();
      variables.put("slug", guide);
      variables.put("filter", filter);
      variables.put("order", order(byDifficulty ? "DIFFICULTY" : "POSITION", descending));
      JsonPath page = walk(OF_GUIDE, variables, "guide.page", expected, random, "seed " + seed);
      checkFacets(page, all, filter, texts, "seed " + seed);
    }
  }

  @Test
  void listsOfGuides() throws SQLException {
    List<String> byGermanTitle = byTitle("de");
    List<String> byTitle = byTitle("none");
    for (int seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      Map<String, Object> filter = guideFilter(random);
      String field = pick(random, List.of("SLUG", "TITLE", "CHANGED", "SENIORITY"));
      String locale = pick(random, List.of("en", "de", "de-AT"));
      Comparator<Guide> order =
          switch (field) {
            case "TITLE" ->
                Comparator.comparing(
                    g -> (locale.equals("en") ? byTitle : byGermanTitle).indexOf(g.slug()));
            case "CHANGED" -> Comparator.comparing(Guide::changed);
            case "SENIORITY" -> Comparator.comparing(g -> SENIORITIES.indexOf(g.seniority()));
            default -> Comparator.comparing(g -> 0);
          };
      order = order.thenComparing(Guide::slug);
      boolean descending = random.nextBoolean();
      List<String> expected =
          guides.values().stream()
              .filter(g -> matches(g, filter, ""))
              .sorted(descending ? order.reversed() : order)
              .map(Guide::slug)
              .toList();
      Map<String, Object> variables = new HashMap<>();
      variables.put("filter", filter);
      variables.put("locale", locale);
      variables.put("order", order(field, descending));
      JsonPath page = walk(GUIDES, variables, "page", expected, random, "seed " + seed);
      for (String facet : List.of("families", "seniorities")) {
        List<String> values =
            guides.values().stream()
                .filter(g -> matches(g, filter, facet))
                .map(g -> facet.equals("families") ? g.family() : g.seniority())
                .toList();
        checkFacet(page, facet, values, "seed " + seed);
      }
    }
  }

  private List<String> byTitle(String locale) throws SQLException {
    String sql =
        "select slug from catalogue.guide g join catalogue.guide_revision r on r.guide_id = g.id and r.revision = g.revision"
            + " order by coalesce(r.document -> 'translations' -> ? ->> 'title', r.document ->> 'title') collate \"und-x-icu\", slug";
    List<String> slugs = new ArrayList<>();
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, locale);
      var rows = statement.executeQuery();
      while (rows.next()) {
        slugs.add(rows.getString(1));
      }
    }
    return slugs;
  }

  private static Map<String, Object> order(String field, boolean descending) {
    return Map.of("field", field, "direction", descending ? "DESC" : "ASC");
  }

  /** Walks a list both ways; returns its first page. */
  private static JsonPath walk(
      String document,
      Map<String, Object> variables,
      String root,
      List<String> expected,
      Random random,
      String description) {
    int size = 3 + random.nextInt(60);
    List<String> forward = new ArrayList<>();
    Map<String, Object> next = new HashMap<>(variables);
    JsonPath first = null;
    do {
      next.put("first", size);
      JsonPath page = query(document, next).setRootPath("data." + root);
      first = first == null ? page : first;
      List<String> slugs = page.getList("nodes.slug");
      assertThat(page.<String>getList("edges.node.slug")).isEqualTo(slugs);
      assertThat(page.getInt("totalCount")).as(description).isEqualTo(expected.size());
      assertThat(page.getBoolean("pageInfo.hasPreviousPage")).isEqualTo(next.get("after") != null);
      forward.addAll(slugs);
      next.put("after", page.getString("pageInfo.endCursor"));
      assertThat(page.getBoolean("pageInfo.hasNextPage"))
          .as(description)
          .isEqualTo(forward.size() < expected.size());
    } while (forward.size() < expected.size());
    assertThat(forward).as(description).isEqualTo(expected);

    List<String> backward = new ArrayList<>();
    Map<String, Object> previous = new HashMap<>(variables);
    do {
      previous.put("last", size);
      JsonPath page = query(document, previous).setRootPath("data." + root);
      backward.addAll(0, page.getList("nodes.slug"));
      assertThat(page.getBoolean("pageInfo.hasNextPage")).isEqualTo(previous.get("before") != null);
      previous.put("before", page.getString("pageInfo.startCursor"));
      assertThat(page.getBoolean("pageInfo.hasPreviousPage"))
          .as(description)
          .isEqualTo(backward.size() < expected.size());
    } while (backward.size() < expected.size());
    assertThat(backward).as(description).isEqualTo(expected);
    return first;
  }

  private Map<String, Object> questionFilter(Random random, List<Question> all) {
    Map<String, Object> filter = new HashMap<>();
    maybe(random, filter, "types", all.stream().map(Question::type));
    maybe(random, filter, "difficulties", DIFFICULTIES.stream());
    maybe(random, filter, "tags", all.stream().flatMap(q -> q.tags().stream()));
    maybe(random, filter, "criteria", all.stream().flatMap(q -> q.criteria().stream()));
    maybe(random, filter, "guides", guides.keySet().stream());
    maybe(random, filter, "families", guides.values().stream().map(Guide::family));
    maybe(random, filter, "seniorities", SENIORITIES.stream());
    rarely(random, filter, "slugs", all.stream().map(Question::slug));
    rarely(random, filter, "ids", all.stream().map(Question::id));
    singular(random, filter, "type", all.get(0).type());
    singular(random, filter, "difficulty", "HARD");
    singular(random, filter, "guide", pick(random, guides.keySet().stream().sorted().toList()));
    singular(random, filter, "text", "test");
    singular(random, filter, "changedAfter", pick(random, all).changed().minusMillis(1).toString());
    return filter;
  }

  private Map<String, Object> guideFilter(Random random) {
    Map<String, Object> filter = new HashMap<>();
    maybe(random, filter, "families", guides.values().stream().map(Guide::family));
    maybe(random, filter, "seniorities", SENIORITIES.stream());
    rarely(random, filter, "slugs", guides.keySet().stream());
    rarely(random, filter, "ids", guides.values().stream().map(Guide::id));
    singular(random, filter, "seniority", "INTERN");
    singular(
        random,
        filter,
        "changedAfter",
        pick(random, List.copyOf(guides.values())).changed().minusMillis(1).toString());
    return filter;
  }

  private static void maybe(
      Random random,
      Map<String, Object> filter,
      String name,
      java.util.stream.Stream<String> values) {
    if (random.nextInt(3) == 0) {
      filter.put(name, some(random, values.distinct().sorted().toList()));
    }
  }

  private static void rarely(
      Random random,
      Map<String, Object> filter,
      String name,
      java.util.stream.Stream<String> values) {
    if (random.nextInt(8) == 0) {
      List<String> some = some(random, values.distinct().sorted().toList());
      filter.put(name, some.subList(0, Math.min(100, some.size())));
    }
  }

  private static void singular(
      Random random, Map<String, Object> filter, String name, String value) {
    if (random.nextInt(8) == 0) {
      filter.put(name, value);
    }
  }

  private static List<String> some(Random random, List<String> values) {
    List<String> some = new ArrayList<>(values);
    some.removeIf(value -> random.nextInt(3) == 0);
    Collections.shuffle(some, random);
    return some.subList(0, Math.min(100, some.size()));
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The questions that the filter's text finds; null without a text. */
  private static Set<String> texts(Map<String, Object> filter) {
    if (!filter.containsKey("text")) {
      return null;
    }
    Set<String> found = new HashSet<>();
    Map<String, Object> variables =
        new HashMap<>(Map.of("first", 100, "filter", Map.of("text", filter.get("text"))));
    JsonPath page;
    do {
      page = query(QUESTIONS, variables).setRootPath("data.page");
      found.addAll(page.getList("nodes.slug"));
      variables.put("after", page.getString("pageInfo.endCursor"));
    } while (page.getBoolean("pageInfo.hasNextPage"));
    return found;
  }

  private static boolean matches(
      Question question, Map<String, Object> filter, Set<String> texts, String leftOut) {
    return any(filter, "types", leftOut, List.of(question.type()))
        && any(filter, "difficulties", leftOut, question.difficulties())
        && any(filter, "tags", leftOut, question.tags())
        && any(filter, "criteria", leftOut, question.criteria())
        && any(filter, "slugs", leftOut, List.of(question.slug()))
        && any(filter, "ids", leftOut, List.of(question.id()))
        && (leftOut.equals("types") || one(filter, "type", List.of(question.type())))
        && (leftOut.equals("difficulties") || one(filter, "difficulty", question.difficulties()))
        && one(filter, "guide", question.guides().stream().map(Guide::slug).toList())
        && changed(filter, question.changed())
        && (texts == null || texts.contains(question.slug()))
        && question.guides().stream().anyMatch(guide -> placed(guide, filter, leftOut));
  }

  private static boolean placed(Guide guide, Map<String, Object> filter, String leftOut) {
    return any(filter, "guides", leftOut, List.of(guide.slug()))
        && any(filter, "families", leftOut, List.of(guide.family()))
        && any(filter, "seniorities", leftOut, List.of(guide.seniority()));
  }

  private static boolean matches(Guide guide, Map<String, Object> filter, String leftOut) {
    return any(filter, "families", leftOut, List.of(guide.family()))
        && any(filter, "seniorities", leftOut, List.of(guide.seniority()))
        && any(filter, "slugs", leftOut, List.of(guide.slug()))
        && any(filter, "ids", leftOut, List.of(guide.id()))
        && (leftOut.equals("seniorities") || one(filter, "seniority", List.of(guide.seniority())))
        && changed(filter, guide.changed());
  }

  private static boolean any(
      Map<String, Object> filter, String name, String leftOut, Collection<String> values) {
    return name.equals(leftOut)
        || !filter.containsKey(name)
        || values.stream().anyMatch(((List<?>) filter.get(name))::contains);
  }

  private static boolean one(Map<String, Object> filter, String name, Collection<String> values) {
    return !filter.containsKey(name) || values.contains(filter.get(name));
  }

  private static boolean changed(Map<String, Object> filter, Instant time) {
    return !filter.containsKey("changedAfter")
        || time.isAfter(Instant.parse((String) filter.get("changedAfter")));
  }

  private static void checkFacets(
      JsonPath page,
      List<Question> all,
      Map<String, Object> filter,
      Set<String> texts,
      String description) {
    Map<String, Function<Question, Collection<String>>> facets =
        Map.of(
            "types",
            q -> List.of(q.type()),
            "difficulties",
            Question::difficulties,
            "tags",
            Question::tags,
            "criteria",
            Question::criteria,
            "families",
            q -> placements(q, filter, "families", Guide::family),
            "seniorities",
            q -> placements(q, filter, "seniorities", Guide::seniority));
    facets.forEach(
        (facet, values) ->
            checkFacet(
                page,
                facet,
                all.stream()
                    .filter(q -> matches(q, filter, texts, facet))
                    .flatMap(q -> values.apply(q).stream())
                    .toList(),
                description));
  }

  private static Set<String> placements(
      Question question, Map<String, Object> filter, String facet, Function<Guide, String> value) {
    return question.guides().stream()
        .filter(guide -> placed(guide, filter, facet))
        .map(value)
        .collect(Collectors.toSet());
  }

  private static void checkFacet(
      JsonPath page, String facet, List<String> values, String description) {
    Map<String, Integer> counts = new HashMap<>();
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    List<Map<String, Object>> expected =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(100)
            .map(
                count -> Map.<String, Object>of("value", count.getKey(), "count", count.getValue()))
            .toList();
    assertThat(page.<Map<String, Object>>getList("facets." + facet))
        .as(description + " " + facet)
        .isEqualTo(expected);
  }
}
