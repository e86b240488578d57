package dev.prepgraph.catalogue;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.GraphQL.rejection;
import static dev.prepgraph.StatementCounter.during;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.content.TestPack;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real words in the search and in the filters of lists and guides. */
@QuarkusTest
@TestProfile(ChangingContent.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchWordsTest {

  private static final String[] PROMPTS = {
    "Draw our CI/CD pipeline for zyxwv-one",
    "Where would you put a load-balancer, zyxwv?",
    "What does <button type=\"submit\"> do in zyxwv markup?",
    "Compare C++ with its ancestors, zyxwv",
    "Which garbage collector does C# have, zyxwv?",
    "What is C good for, zyxwv?",
    "Why .NET and Node.js, zyxwv?",
    "Explain non-blocking I/O or A/B tests, zyxwv",
    "Wie bereiten Sie eine Prüfung in der Straße vor, zyxwv?",
    "What answers at https://docs.example.com/a/b?c=1 or mail@example.com, zyxwv?",
    "Was ist ein Pru\u0308fplan in ｆｕｌｌｗｉｄｔｈ und ﬁndig, zyxwv?",
    "Read /etc/passwd and user_id at 10:30, R&D, zyxwv",
    "Is F# or Go or R or ASP.NET right, zyxwv?",
    "Balance a load of parcels, zyxwv; the balancer waits",
    "co\u00adoperate 100% with zy_wv\u200b",
  };

  private static final String ALL =
      """
      query($text: String!) {
        search(text: $text, first: 100) { totalCount edges { node { excerpt result { ... on Question { slug } } } } }
        questions(filter: {guide: "t-guide", text: $text}, first: 100) { totalCount edges { node { slug } } }
        roleGuide(slug: "t-guide") { questions(filter: {text: $text}, first: 100) { totalCount edges { node { slug } } } } }
      """;

  @Inject DataSource dataSource;

  @TempDir Path folder;

  @BeforeEach
  void publish() {
    int revision = TestPack.publish(folder, PROMPTS);
    await()
        .until(() -> query("{ catalogue { revision } }").getInt("catalogue.revision") >= revision);
  }

  /** The questions of the test that are found, by their numbers; in all three ways alike. */
  private static Set<Integer> found(String text) {
    JsonPath data = query(ALL, Map.of("text", text));
    Set<Integer> listed = numbers(data.getList("questions.edges.node.slug", String.class));
    assertThat(numbers(data.getList("roleGuide.questions.edges.node.slug", String.class)))
        .as(text)
        .isEqualTo(listed);
    assertThat(numbers(data.getList("search.edges.node.result.slug", String.class)))
        .as(text)
        .containsAll(listed);
    return listed;
  }

  private static Set<Integer> numbers(List<String> slugs) {
    Set<Integer> numbers = new LinkedHashSet<>();
    for (String slug : slugs) {
      if (slug != null && slug.matches("t-\\d+")) {
        numbers.add(Integer.parseInt(slug.substring(2)));
      }
    }
    return numbers;
  }

  @Test
  void findsCompoundsByTheirPartsAndAsOneWord() {
    for (String same : List.of("CI/CD", "ci cd", "cicd", "CI-CD", "cd/ci")) {
      assertThat(found(same)).as(same).contains(0);
    }
    assertThat(found("load-balancer")).containsExactlyInAnyOrder(1, 13);
    assertThat(found("load balancer")).containsExactlyInAnyOrder(1, 13);
    assertThat(found("loadbalancer")).containsExactly(1);
    assertThat(found("node.js")).containsExactly(6).isEqualTo(found("nodejs"));
    assertThat(found("I/O")).containsExactly(7);
    assertThat(found("A/B")).contains(7);
    assertThat(found("https://docs.example.com/a/b?c=1")).containsExactly(9);
    assertThat(found("docs.example.com")).containsExactly(9);
    assertThat(found("mail@example.com")).containsExactly(9);
    assertThat(found("/etc/passwd")).containsExactly(11);
    assertThat(found("passwd")).containsExactly(11);
    assertThat(found("user_id")).containsExactly(11).isEqualTo(found("userid"));
    assertThat(found("R&D")).containsExactly(11);
    assertThat(found("10:30")).containsExactly(11);
  }

  @Test
  void findsMarkup() {
    assertThat(found("<button>")).containsExactly(2);
    assertThat(found("button")).containsExactly(2);
    assertThat(found("</button>")).containsExactly(2);
    assertThat(found("type=\"submit\"")).containsExactly(2);
  }

  @Test
  void keepsTheSignsOfNames() {
    assertThat(found("C++")).containsExactly(3).isEqualTo(found("c++"));
    assertThat(found("C#")).containsExactly(4);
    assertThat(found("C")).contains(5).doesNotContain(3, 4);
    assertThat(found(".NET")).containsExactlyInAnyOrder(6, 12);
    assertThat(found("ASP.NET")).containsExactly(12);
    assertThat(found("F#")).containsExactly(12);
    assertThat(found("Go")).contains(12);
    assertThat(found("R zyxwv")).contains(12);
  }

  @Test
  void findsLettersInAnyForm() {
    for (String same :
        List.of("Prüfung", "Pru\u0308fung", "PRÜFUNG", "prüfung\u200b", "prü\u00adfung")) {
      assertThat(found(same)).as(same).containsExactly(8);
    }
    assertThat(found("Prüfplan")).containsExactly(10).isEqualTo(found("Pru\u0308fplan"));
    assertThat(found("fullwidth")).containsExactly(10).isEqualTo(found("ｆｕｌｌｗｉｄｔｈ"));
    assertThat(found("findig")).containsExactly(10);
    assertThat(found("STRASSE")).containsExactly(8).isEqualTo(found("straße"));
    assertThat(found("cooperate")).containsExactly(14);
    assertThat(found("CI/CD\u00a0pipeline")).containsExactly(0);
  }

  @Test
  void findsEveryWordOfEveryPrompt() {
    for (int i = 0; i < PROMPTS.length; i++) {
      for (String word : PROMPTS[i].split("\\s+")) {
        // Stop words are not searched for.
        if (query(ALL, Map.of("text", word)).getInt("search.totalCount") > 0) {
          assertThat(found(word)).as(word).contains(i);
        } else {
          assertThat(word)
              .matches(
                  "(?i)(our|for|where|would|you|a|what|does|do|in|with|its|which|have|is|and|why|or|at|of|the|was|to|her|it|on)[,?;]?");
        }
      }
    }
  }

  @Test
  void everyWordOfWhatIsPublishedFindsItsText() throws SQLException {
    List<String> lost = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                with word as materialized (
                  select distinct t.kind, t.id, t.locale, w.typed from content.search_text t,
                    regexp_split_to_table(concat_ws(' ', t.a, t.b, t.c, t.d), '\\s+') as w (typed)),
                asked as materialized (
                  select locale, typed, catalogue.search_query(typed, locale) as query
                  from (select distinct locale, typed from word) as w)
                select a.locale || ' ' || a.typed from word w
                join asked a using (locale, typed)
                join catalogue.search_document d using (kind, id, locale)
                where not d.words @@ a.query
                """)) {
      while (row.next()) {
        lost.add(row.getString(1));
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void treatsSyntaxAndWildcardsAsText() {
    for (String hostile :
        List.of(
            "&",
            "| !",
            "<->",
            ":*",
            "'",
            "\\",
            "\"",
            "%",
            "_",
            "((",
            "a:*b\\'",
            "-",
            "…",
            "¿?",
            "the",
            "\u00a0\u200bx")) {
      JsonPath data = query(ALL, Map.of("text", hostile));
      assertThat(data.getInt("search.totalCount")).as(hostile).isNotNegative();
    }
    assertThat(found("%")).isEmpty();
    assertThat(found("zyx%")).isEqualTo(found("zyx"));
    assertThat(found("zyxwv:*")).isEqualTo(found("zyxwv"));
    assertThat(found("x".repeat(200))).isEmpty();
    assertThat(found("q w e r t y u i o p ".repeat(10))).isEmpty();
  }

  @Test
  void aBlankFilterTextDoesNotFilter() {
    for (String blank : List.of("", " ", "\u00a0", "\u200b", "\t\n")) {
      JsonPath data =
          query(
              """
              query($text: String!) { a: questions(filter: {guide: "t-guide", text: $text}) { totalCount }
                roleGuide(slug: "t-guide") { questions(filter: {text: $text}) { totalCount } }
                all: roleGuides { totalCount } b: roleGuides(filter: {text: $text}) { totalCount } }
              """,
              Map.of("text", blank));
      assertThat(data.getInt("a.totalCount")).isEqualTo(PROMPTS.length);
      assertThat(data.getInt("roleGuide.questions.totalCount")).isEqualTo(PROMPTS.length);
      assertThat(data.getInt("b.totalCount")).isEqualTo(data.getInt("all.totalCount"));
      assertThat(
              rejection(
                  "query($t: String!) { search(text: $t) { totalCount } }", Map.of("t", blank)))
          .isEqualTo("BAD_REQUEST text must have 1 to 200 characters and not be blank");
    }
  }

  @Test
  void countsCodePoints() {
    String clefs = "\uD834\uDD1E".repeat(200);
    assertThat(found(clefs)).isEmpty();
    assertThat(
            rejection(
                "query($t: String) { roleGuides(filter: {text: $t}) { totalCount } }",
                Map.of("t", clefs + "a")))
        .isEqualTo("BAD_REQUEST filter.text must have at most 200 characters");
    assertThat(
            rejection(
                "query($t: String!) { search(text: $t) { totalCount } }", Map.of("t", clefs + "a")))
        .isEqualTo("BAD_REQUEST text must have 1 to 200 characters and not be blank");
  }

  @Test
  void countsAllHitsBehindTheLast() {
    String page =
        "query($text: String!, $after: String) { search(text: $text, after: $after, first: 100) { totalCount edges { cursor } pageInfo { endCursor hasNextPage hasPreviousPage } } }";
    JsonPath first = query(page, Map.of("text", "zyxwv"));
    JsonPath behind =
        query(page, Map.of("text", "zyxwv", "after", first.getString("search.pageInfo.endCursor")));
    assertThat(behind.getList("search.edges")).isEmpty();
    assertThat(behind.getInt("search.totalCount"))
        .isEqualTo(first.getInt("search.totalCount"))
        .isGreaterThan(10);
    assertThat(behind.getBoolean("search.pageInfo.hasPreviousPage")).isTrue();
  }

  @Test
  void ranksTitlesAboveMentions() {
    List<String> hits =
        query(ALL, Map.of("text", "load-balancer")).getList("search.edges.node.result.slug");
    assertThat(hits.subList(0, 2)).containsExactlyInAnyOrder("t-1", "t-13");
  }

  @Test
  void filtersTheQuestionsOfManyGuidesInOneStatement() {
    String guides =
        "query($text: String!) { roleGuides(first: 5) { edges { node { questions(filter: {text: $text}) { totalCount edges { node { slug } } } } } } }";
    query("{ roleGuides(first: 5) { edges { node { questions { totalCount } } } } }");
    Map<String, String> text = Map.of("text", "test or zyxwv statement");
    assertThat(during(() -> query(guides, text))).hasSizeLessThanOrEqualTo(3);
    assertThat(during(() -> query(guides, text))).isEmpty();
  }
}
