package dev.prepgraph.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.flywaydb.core.Flyway;

/** The functions that index texts and read queries, in a database of their own. */
class SearchIndexTest {

  /** Published before the migration; the second one's draft has changed since. */
  private static final List<String> PUBLISHED_BEFORE =
      List.of(
          "insert into content.question_type (slug, position, name, description) values ('t', 1, 'T', 'T')",
          """
          insert into content.question (slug, prompt, type, difficulty, framework, tags, how_to_answer, digest)
          values ('same', 'Draw CI/CD', 't', 'EASY', 'FREEFORM', '{}', 'Because of C#', '1'),
            ('changed', 'Secret', 't', 'EASY', 'FREEFORM', '{}', 'Unpublished', '2')
          """,
          "insert into catalogue.publication (revision, locales) values (1, '{en}')",
          "insert into catalogue.question_revision select id, 1, 1, '{}' from content.question",
          """
          insert into catalogue.question (id, slug, revision, type, difficulty, tags, criteria, digest)
          select id, slug, 1, type, difficulty, tags, '{}', '1' from content.question
          """,
          """
          insert into catalogue.search_document (kind, id, locale, body, words, name)
          select 'QUESTION', id, 'en', 'One load-balancer and C', to_tsvector('english', 'Draw CI/CD one load-balancer and C'),
            to_tsvector('english', 'Draw CI/CD') from content.question
          """);

  private static final List<String> TEXTS =
      List.of(
          "database index",
          "backend developer intern",
          "team conflict",
          "C++ C# .NET",
          "ci/cd node.js",
          "Fehler in der Pr\u00fcfung",
          "pyhton",
          "the");

  private static EmbeddedPostgres postgres;

  /** Of an owner that is no superuser, as in production, upgraded in several sessions. */
  private static DataSource database;

  @BeforeContainer
  static void start() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    try (Connection superuser = postgres.getPostgresDatabase().getConnection()) {
      superuser.createStatement().execute("create role prepgraph login createrole");
      superuser.createStatement().execute("create database prepgraph owner prepgraph");
    }
    database = postgres.getDatabase("prepgraph", "prepgraph");
    Flyway.configure().dataSource(database).target("9").load().migrate();
    for (String sql : PUBLISHED_BEFORE) {
      strings(sql);
    }
    Flyway.configure().dataSource(database).target("26").load().migrate();
    strings("create schema before");
    for (String function : List.of("search_excerpt", "search_query", "search_term")) {
      strings("alter function catalogue.%s set schema before".formatted(function));
    }
    Flyway.configure().dataSource(database).load().migrate();
  }

  @AfterContainer
  static void stop() throws IOException {
    postgres.close();
  }

  /** Runs a statement; returns the first column of what it answers, if anything. */
  private static List<String> strings(String sql, String... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<String> found = new ArrayList<>();
      if (statement.execute()) {
        ResultSet row = statement.getResultSet();
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
      return found;
    }
  }

  private static List<String> slugs(String text) throws SQLException {
    return strings(
        """
        select q.slug from catalogue.search_document d join catalogue.question q using (id)
        where d.words @@ catalogue.search_query(?, 'en') order by 1
        """,
        text);
  }

  private static String excerpt(String body, String text) throws SQLException {
    return strings(
            "select catalogue.search_excerpt(?, 'english', catalogue.search_query(?, 'en'))",
            body,
            text)
        .get(0);
  }

  @Example
  void theMigrationIndexesWhatIsPublishedAndNoDrafts() throws SQLException {
    assertThat(slugs("ci cd")).containsExactly("same");
    assertThat(slugs("C#")).containsExactly("same");
    assertThat(slugs("load balancer")).containsExactly("changed");
    assertThat(slugs("unpublished")).isEmpty();
    assertThat(slugs("secret")).isEmpty();
    assertThat(strings("select word from catalogue.search_word where word like 'load%' order by 1"))
        .containsExactly("load", "loadbalancer");
  }

  @Example
  void excerptsMarkPartsOfCompoundsAndNamesWithSigns() throws SQLException {
    assertThat(excerpt("We use CI/CD for the <button>", "ci/cd button"))
        .contains("**CI**/**CD** for the <**button**");
    assertThat(excerpt("C++, C or C# and .NET; c++17 too", "C++ C# .NET"))
        .contains("**C++**, C or **C#** and **.NET**; c++17");
    assertThat(excerpt("Pru\u0308fung of mail@example.com", "Pr\u00fcfung example"))
        .contains("**Pr\u00fcfung** of mail@**example**");
    assertThat(excerpt("dotnet run csharp", "dotnet")).contains("**dotnet** run csharp");
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> word =
        Arbitraries.strings()
            .withChars("abcxyzCFNETnet0189")
            .withChars("-/._+&@:'\u2019\u2011")
            .withChars("#<>()[]{}\"%,;!?|\\*`~^=$")
            .withChars(
                "\u00e4\u00df\u1e9e\u0308\u0130\u0131\u03c3\u03c2\uff21\ufb01\u00b2\u00ad\u200b\u00a0\u2122\u4e2d\u0416")
            .ofMinLength(1)
            .ofMaxLength(20);
    return word.list().ofMinSize(1).ofMaxSize(12);
  }

  /** What searches for texts and their excerpts of a body give otherwise since migration 27. */
  private static List<String> differences(String body, List<String> texts) throws SQLException {
    return strings(
        """
        select concat_ws(E'\n', text, q.before, q.now, e.before, e.now)
        from (values ('en', false), ('en', true), ('de', false)) as asked (locale, any_word),
          (select ? as body, unnest(string_to_array(?, E'\n')) as text) as given,
          lateral catalogue.search_config(locale) as config,
          lateral (select before.search_query(text, locale, any_word), catalogue.search_query(text, locale, any_word))
            as q (before, now),
          lateral (select before.search_excerpt(body, config, q.now), catalogue.search_excerpt(body, config, q.now))
            as e (before, now),
          lateral (select before.search_term(left(text, 40), config), catalogue.search_term(left(text, 40), config))
            as t (before, now)
        where q.before is distinct from q.now or e.before is distinct from e.now or t.before is distinct from t.now
        """,
        body,
        String.join("\n", texts));
  }

  @Example
  void theContentGivesTheExcerptsOfBefore() throws IOException, SQLException {
    try (Stream<Path> guides = Files.list(Path.of("src/main/resources/content/guides"))) {
      for (Path guide : guides.toList()) {
        assertThat(differences(Files.readString(guide), TEXTS)).as(guide.toString()).isEmpty();
      }
    }
  }

  @Property(tries = 100)
  void anyTextGivesTheExcerptOfBefore(@ForAll("texts") List<String> words) throws SQLException {
    String body = String.join(" ", words);
    assertThat(differences(body, List.of(body, words.get(0)))).isEmpty();
  }

  @Property(tries = 300)
  void everyWordFindsItsText(@ForAll("texts") List<String> words) throws SQLException {
    String text = String.join(" ", words);
    for (String word : words) {
      assertThat(
              strings(
                  """
                  select i.words::text from catalogue.search_index('en', ?, '', '', '') i, catalogue.search_query(?, 'en') q
                  where not i.words @@ q
                  """,
                  text,
                  word))
          .as(word)
          .isEmpty();
    }
  }
}
