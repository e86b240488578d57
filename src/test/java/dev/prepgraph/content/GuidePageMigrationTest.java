package dev.prepgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Migrations 14 to 16 on a catalogue that the version before has published. */
class GuidePageMigrationTest {

  private static final List<String> PUBLISHED_BEFORE =
      List.of(
          "insert into content.family (slug, name) values ('craft', 'Artisan Craft')",
          "insert into content.criterion (slug, position, name, description, digest) values ('care', 0, 'Care', 'D', '1')",
          "insert into content.rating_level select id, s, 'L', 'D' from content.criterion, generate_series(1, 5) s",
          "insert into content.question_type (slug, position, name, description) values ('bread', 0, 'Bread', 'D')",
          "insert into content.question (slug, prompt, type, difficulty, framework, tags, how_to_answer, translations, digest)"
              + " values ('gluten', 'Why gluten?', 'bread', 'EASY', 'FREEFORM', '{dough}', 'H', '{\"de\": {\"prompt\": \"Warum Gluten?\"}}', '1')",
          "insert into content.sample_answer select id, 1, 'MODEL', 'B' from content.question",
          "insert into content.question_criterion select q.id, 1, c.id from content.question q, content.criterion c",
          "insert into content.guide (slug, title, family, seniority, overview, translations, digest)"
              + " values ('baker', 'Baker', 'craft', 'MID', 'O', '{\"de\": {\"title\": \"Bäckerin\"}}', '1')",
          "insert into content.guide_question select g.id, 1, q.id from content.guide g, content.question q",
          "insert into content.guide_criterion select g.id, 1, c.id from content.guide g, content.criterion c");

  private static String sql(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<String> rows = new ArrayList<>();
      if (statement.execute(sql)) {
        ResultSet result = statement.getResultSet();
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return String.join(",", rows);
    }
  }

  /** The languages of a table's only object: texts in them, of all, and the revision. */
  private static String localizations(Connection connection, String table) throws SQLException {
    return sql(
        connection,
        """
        select (l ->> 'locale') || ' ' || (l ->> 'translated') || '/' || (l ->> 'texts') || ' '
          || (l ->> 'published') || ' ' || f.changed_revision
        from catalogue.%s o, json_array_elements(o.localizations) l
        join catalogue.localization f on f.locale = l ->> 'locale' where f.id = o.id order by 1
        """
            .formatted(table));
  }

  @Test
  void keepsWhatIsPublished() throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      var database = postgres.getPostgresDatabase();
      Flyway.configure().dataSource(database).target("13").load().migrate();
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        for (String statement : PUBLISHED_BEFORE) {
          sql(connection, statement);
        }
        connection.commit();
        connection.setAutoCommit(true);
        sql(
            connection,
            """
            insert into catalogue.publication (revision, locales) values (1, '{en,de}');
            insert into catalogue.taxonomy_revision
              select 1, document, sha256(convert_to(document::text, 'UTF8')) from content.taxonomy_document;
            insert into catalogue.guide_revision select id, 1, 1, document from content.guide_document;
            insert into catalogue.guide (id, slug, revision, family, seniority, digest)
              select id, slug, 1, family, seniority, digest from content.guide;
            insert into catalogue.question_revision select id, 1, 1, document from content.question_document;
            insert into catalogue.question (id, slug, revision, type, difficulty, tags, criteria, digest)
              select id, slug, 1, type, difficulty, tags, '{care}', digest from content.question;
            insert into catalogue.guide_question select guide_id, position, question_id from content.guide_question;
            insert into catalogue.search_document (kind, id, locale, body, words, name)
              select 'GUIDE', id, 'en', 'O', to_tsvector('Baker'), to_tsvector('Baker') from content.guide
            """);

        Flyway.configure().dataSource(database).load().migrate();

        assertThat(sql(connection, "select criteria::text from catalogue.guide"))
            .isEqualTo("{care}");
        assertThat(
                sql(
                    connection,
                    "select titles::text || ' ' || (p.published_at = g.published_at) from catalogue.guide g, catalogue.publication p"))
            .isEqualTo("{\"de\": \"Bäckerin\", \"en\": \"Baker\"} true");
        assertThat(
                sql(
                    connection,
                    "select difficulty || ' ' || (p.published_at = q.published_at) from catalogue.question q, catalogue.publication p"))
            .isEqualTo("EASY true");
        assertThat(localizations(connection, "guide")).isEqualTo("de 2/20 true 1,en 20/20 true 1");
        assertThat(localizations(connection, "question"))
            .isEqualTo("de 1/17 true 1,en 17/17 true 1");
        assertThat(
                sql(
                    connection,
                    "select words @@ 'artisan' and words @@ 'baker' and not name @@ 'artisan' from catalogue.search_document"))
            .isEqualTo("t");
        assertThat(sql(connection, "select word from catalogue.search_word order by 1"))
            .isEqualTo("artisan,craft");
        assertThat(new Publication(database, Clock.systemUTC()).run())
            .isEqualTo(new Publication.Result(1, 0, 0));
      }
    }
  }
}
