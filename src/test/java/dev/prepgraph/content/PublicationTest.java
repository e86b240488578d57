package dev.prepgraph.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import and publication against a database of their own. */
class PublicationTest {

  private static final String ROWS =
      """
      select string_agg(t || ' ' || x, ';' order by t, x) from (
        select 'guide' as t, xmin::text || ctid::text as x from content.guide
        union all select 'question', xmin::text || ctid::text from content.question
        union all select 'answer', xmin::text || ctid::text from content.sample_answer
        union all select 'type', xmin::text || ctid::text from content.question_type
        union all select 'family', xmin::text || ctid::text from content.family
        union all select 'criterion', xmin::text || ctid::text from content.criterion
        union all select 'level', xmin::text || ctid::text from content.rating_level
        union all select 'published', xmin::text || ctid::text from catalogue.guide
        union all select 'document', xmin::text || ctid::text from catalogue.search_document) r
      """;

  private static EmbeddedPostgres postgres;

  @TempDir Path folder;
  private DataSource database;
  private Importer importer;
  private Publication publication;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void clearDatabase() throws IOException {
    database = postgres.getPostgresDatabase();
    sql(
        "do $$ declare s name; begin"
            + " for s in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema)' loop"
            + " execute format('drop schema %I cascade', s); end loop; end $$");
    sql("create schema public");
    Flyway.configure().dataSource(database).load().migrate();
    importer = new Importer(database, Clock.systemUTC());
    publication = new Publication(database, Clock.systemUTC());
    write("taxonomy.yaml", PackReaderTest.TAXONOMY);
    write("guides/t-guide.yaml", PackReaderTest.GUIDE);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private Importer.Result importPack() {
    return importer.run(Pack.of(folder), false, count -> {});
  }

  private String sql(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return String.valueOf(statement.getUpdateCount());
      }
      List<String> rows = new ArrayList<>();
      ResultSet result = statement.getResultSet();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return String.join(",", rows);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String revisions() {
    return sql(
        "select slug || ' ' || revision from catalogue.guide union all select slug || ' ' || revision from catalogue.question order by 1");
  }

  @Test
  void importsThenPublishes() {
    assertThat(importPack()).isEqualTo(new Importer.Result(3, 3, List.of(), 0));
    assertThat(revisions()).isEmpty();
    assertThat(publication.run()).isEqualTo(new Publication.Result(1, 2, 0));
    assertThat(revisions()).isEqualTo("t-guide 1,t-question 1");
    assertThat(sql("select document -> 'answers' -> 0 ->> 'body' from catalogue.question_revision"))
        .isEqualTo("So");
    assertThat(sql("select count(*) from catalogue.search_document")).isEqualTo("3");
  }

  @Test
  void republishingChangesNoRow() {
    importPack();
    publication.run();
    String before = sql(ROWS);

    assertThat(importPack()).isEqualTo(new Importer.Result(3, 0, List.of(), 0));
    assertThat(publication.run()).isEqualTo(new Publication.Result(1, 0, 0));
    assertThat(sql(ROWS)).isEqualTo(before);
    assertThat(sql("select count(*) from catalogue.publication")).isEqualTo("1");
  }

  @Test
  void onlyChangedEntriesGetANewRevision() throws IOException {
    importPack();
    publication.run();
    write("guides/t-guide.yaml", PackReaderTest.GUIDE.replace("body: So", "body: Otherwise"));

    assertThat(importPack()).isEqualTo(new Importer.Result(3, 1, List.of(), 0));
    assertThat(publication.run()).isEqualTo(new Publication.Result(2, 1, 0));
    assertThat(revisions()).isEqualTo("t-guide 1,t-question 2");
    assertThat(
            sql(
                "select document -> 'answers' -> 0 ->> 'body' from catalogue.question_revision order by revision"))
        .isEqualTo("So,Otherwise");
  }

  @Test
  void aChangedTaxonomyIsPublishedWhole() throws IOException {
    importPack();
    publication.run();
    write("taxonomy.yaml", PackReaderTest.TAXONOMY.replace("does five", "does all"));

    importPack();
    assertThat(publication.run()).isEqualTo(new Publication.Result(2, 0, 0));
    assertThat(
            sql(
                "select document -> 'criteria' -> 0 -> 'levels' -> 4 ->> 'descriptor' from catalogue.taxonomy_revision order by publication"))
        .isEqualTo("does five,does all");
    assertThat(revisions()).isEqualTo("t-guide 1,t-question 1");
  }

  @Test
  void aRenamedFamilyIsPublishedAndSearchable() throws IOException {
    importPack();
    publication.run();
    String document = "select xmin from catalogue.search_document where kind = 'QUESTION'";
    String before = sql(document);
    write(
        "taxonomy.yaml",
        PackReaderTest.TAXONOMY.replace(
            "name: Family}", "name: Clan, description: Kin, translations: {de: {name: Sippe}}}"));

    importPack();
    assertThat(publication.run()).isEqualTo(new Publication.Result(2, 0, 0));
    assertThat(
            sql(
                "select (document -> 'families' -> 0)::text from catalogue.taxonomy_revision where publication = 2"))
        .isEqualTo(
            "{\"slug\":\"t-family\",\"name\":\"Clan\",\"description\":\"Kin\",\"translations\":{\"de\":{\"name\":\"Sippe\"}}}");
    assertThat(
            sql(
                "select words @@ 'clan' and not words @@ 'famili' from catalogue.search_document where kind = 'GUIDE'"))
        .isEqualTo("t");
    assertThat(sql("select count(*) from catalogue.guide_question")).isEqualTo("1");
    assertThat(sql(document)).isEqualTo(before);
    assertThat(publication.run()).isEqualTo(new Publication.Result(2, 0, 0));
  }

  @Test
  void aTaxonomyWithoutCriteriaIsPublished() throws IOException {
    String taxonomy = "families:\n  - {slug: t-family, name: Family}\nquestionTypes: []\n";
    write("taxonomy.yaml", taxonomy);
    write(
        "guides/t-guide.yaml",
        "slug: t-guide\ntitle: G\nfamily: t-family\nseniority: MID\noverview: O\nquestionTypes: []\nquestions: []\ncriteria: []\n");
    importPack();
    assertThat(publication.run()).isEqualTo(new Publication.Result(1, 1, 0));
    write("taxonomy.yaml", taxonomy.replace("Family", "Clan"));

    importPack();
    assertThat(publication.run()).isEqualTo(new Publication.Result(2, 0, 0));
    assertThat(
            sql(
                "select document -> 'families' -> 0 ->> 'name' from catalogue.taxonomy_revision order by publication"))
        .isEqualTo("Family,Clan");
  }

  @Test
  void nothingIsPublishedOfAnEmptyWorkingCopy() {
    assertThat(publication.run()).isEqualTo(new Publication.Result(0, 0, 0));
  }

  @Test
  void aSharedQuestionIsPublishedOnceAGuideRefersToIt() throws IOException {
    write(
        "questions.yaml",
        """
        questions:
          - {slug: t-shared, prompt: Who?, type: t-type, howToAnswer: Tell, answers: []}
        """);
    assertThat(importPack()).isEqualTo(new Importer.Result(4, 4, List.of(), 0));
    publication.run();
    assertThat(revisions()).isEqualTo("t-guide 1,t-question 1");
    write(
        "guides/t-guide.yaml",
        PackReaderTest.GUIDE.replace("questions:\n", "questions:\n  - ref: t-shared\n"));

    assertThat(importPack()).isEqualTo(new Importer.Result(4, 1, List.of(), 0));
    assertThat(publication.run()).isEqualTo(new Publication.Result(2, 2, 0));
    assertThat(revisions()).isEqualTo("t-guide 2,t-question 1,t-shared 1");
    assertThat(sql("select difficulty is null from catalogue.question where slug = 't-shared'"))
        .isEqualTo("t");
  }

  /** Nothing is published again only because the format has grown. */
  @Test
  void contentOfTheVersionBeforeStaysPublished() throws IOException {
    importPack();
    publication.run();
    for (String table : List.of("hint", "follow_up", "occupation", "guide_section", "skill")) {
      assertThat(sql("select count(*) from content." + table)).isEqualTo("0");
    }
    assertThat(sql("select document::text from catalogue.taxonomy_revision"))
        .startsWith(
            "{\"families\":[{\"slug\":\"t-family\",\"name\":\"Family\"}],\"questionTypes\":");
    assertThat(sql("select criteria::text from catalogue.guide")).isEqualTo("{t-criterion}");
  }

  @Test
  void anInvalidFileLeavesThePublicationUnchanged() throws IOException {
    write(
        "guides/t-zzz.yaml",
        PackReaderTest.GUIDE
            .replace("t-guide", "t-zzz")
            .replace("t-question", "t-last")
            .replace("EASY", "TOO_EASY"));

    assertThatThrownBy(this::importPack).isInstanceOf(PackException.class);
    assertThat(sql("select count(*) from content.guide")).isEqualTo("0");
    assertThat(sql("select count(*) from content.family")).isEqualTo("0");
  }

  @Test
  void aDryRunChangesNothing() {
    assertThat(importer.run(Pack.of(folder), true, count -> {}))
        .isEqualTo(new Importer.Result(3, 3, List.of(), 0));
    assertThat(sql("select count(*) from content.guide")).isEqualTo("0");
  }

  @Test
  void concurrentImportsMakeOnePublication() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    Callable<Publication.Result> both =
        () -> {
          importPack();
          return publication.run();
        };
    try {
      for (Future<Publication.Result> done : threads.invokeAll(List.of(both, both, both, both))) {
        assertThat(done.get().revision()).isEqualTo(1);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(sql("select count(*) from catalogue.publication")).isEqualTo("1");
    assertThat(revisions()).isEqualTo("t-guide 1,t-question 1");
  }

  @Test
  void publishedRevisionsNeverChange() {
    importPack();
    publication.run();
    for (String table :
        List.of("publication", "taxonomy_revision", "guide_revision", "question_revision")) {
      assertThatThrownBy(() -> sql("delete from catalogue." + table))
          .hasMessageContaining(table + " is immutable");
      assertThatThrownBy(
              () ->
                  sql(
                      "update catalogue."
                          + table
                          + (table.equals("publication")
                              ? " set locales = '{}'"
                              : " set document = '{}'")))
          .hasMessageContaining(table + " is immutable");
    }
  }

  @Test
  void aQuestionMovesBetweenGuidesWithItsIdentity() throws IOException {
    importPack();
    publication.run();
    String id = sql("select id from catalogue.question");
    write("guides/t-other.yaml", PackReaderTest.GUIDE.replace("t-guide", "t-other"));
    write(
        "guides/t-guide.yaml",
        PackReaderTest.GUIDE.replaceAll(
            "(?s)questions:\n.*\ncriteria: \\[t-criterion\\]\n$",
            "questions:\n  - ref: t-question\ncriteria: [t-criterion]\n"));

    importPack();
    publication.run();
    assertThat(sql("select id from catalogue.question")).isEqualTo(id);
    assertThat(revisions()).isEqualTo("t-guide 1,t-other 1,t-question 1");
    assertThat(sql("select count(*) from catalogue.guide_question")).isEqualTo("2");
  }

  @Test
  void aQuestionWithoutGuidesIsUnlistedButKeepsItsRevisions() throws IOException {
    importPack();
    publication.run();
    write(
        "guides/t-guide.yaml",
        PackReaderTest.GUIDE.replaceAll(
            "(?s)questions:\n.*\ncriteria: \\[t-criterion\\]\n$",
            "questions: []\ncriteria: [t-criterion]\n"));

    importPack();
    assertThat(publication.run()).isEqualTo(new Publication.Result(2, 1, 1));
    assertThat(revisions()).isEqualTo("t-guide 2");
    assertThat(sql("select count(*) from catalogue.question_revision")).isEqualTo("1");
    assertThat(sql("select count(*) from catalogue.search_document where kind = 'QUESTION'"))
        .isEqualTo("0");
  }

  @Test
  void aWithdrawnGuideIsUnlistedWithItsQuestionsUntilItIsPublishedAgain() throws IOException {
    importPack();
    publication.run();
    write("guides/t-guide.yaml", PackReaderTest.GUIDE + "published: false\n");
    importPack();
    assertThat(publication.run()).isEqualTo(new Publication.Result(2, 0, 2));
    assertThat(revisions()).isEmpty();
    assertThat(sql("select count(*) from catalogue.search_document where kind <> 'CRITERION'"))
        .isEqualTo("0");
    assertThat(
            sql(
                "select slug || ' ' || published || ' ' || changed_revision from catalogue.localization order by 1"))
        .isEqualTo("t-criterion true 1,t-guide false 2,t-question false 2");

    write("guides/t-guide.yaml", PackReaderTest.GUIDE);
    importPack();
    assertThat(publication.run().revision()).isEqualTo(3);
    assertThat(revisions()).isEqualTo("t-guide 2,t-question 2");
  }

  @Test
  void aTranslationTouchesNoOtherLanguage() throws IOException {
    importPack();
    publication.run();
    String dates =
        "select string_agg(slug || content_changed_at, ';' order by slug) from catalogue.localization where locale = 'en'";
    String before = sql(dates);
    write(
        "guides/t-guide.yaml", PackReaderTest.GUIDE + "translations:\n  de: {title: Leitfaden}\n");
    importPack();
    publication.run();
    assertThat(sql(dates)).isEqualTo(before);
    assertThat(
            sql(
                "select locale || ' ' || translated || '/' || texts || ' ' || changed_revision from catalogue.localization where slug = 't-guide' order by 1"))
        .isEqualTo("de 1/21 2,en 21/21 1");
  }

  @Test
  void translationsArePublishedAndSearchable() throws IOException {
    write(
        "guides/t-guide.yaml", PackReaderTest.GUIDE + "translations:\n  de: {title: Leitfaden}\n");

    importPack();
    publication.run();
    assertThat(sql("select locales::text from catalogue.publication")).isEqualTo("{en,de}");
    assertThat(
            sql(
                "select locale || ' ' || other_locales::text from catalogue.search_document where kind = 'GUIDE' order by 1"))
        .isEqualTo("de {},en {de}");
  }

  @Test
  void theDatabaseRejectsInvalidRows() {
    importPack();
    for (String wrong :
        List.of(
            "insert into content.family values ('Not a slug', 'x')",
            "update content.guide set seniority = 'TRAINEE'",
            "update content.question set difficulty = 'TOO_EASY'",
            "update content.guide set title = ' '",
            "delete from content.rating_level where score = 5",
            "update content.sample_answer set kind = 'LONG'",
            "update content.guide set summary = repeat('x', 201)",
            "insert into content.skill select id, 1, 'x', 'MAGIC' from content.guide",
            "insert into content.rating_level select criterion_id, 6, label, descriptor from content.rating_level where score = 5",
            "insert into content.related_guide select id, 1, id from content.guide",
            "delete from content.question_type",
            "delete from content.question",
            "insert into content.guide_question select guide_id, position + 1, question_id from content.guide_question",
            "update content.faq set translations = '[]'; insert into content.faq select id, 1, 'q', 'a', '[]' from content.guide")) {
      assertThatThrownBy(() -> sql(wrong)).as(wrong).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void keysGrowWithTime() {
    String keys = sql("select catalogue.uuid_v7() from generate_series(1, 3)");
    assertThat(keys.split(","))
        .allMatch(
            key ->
                java.util.UUID.fromString(key).version() == 7
                    && java.util.UUID.fromString(key).variant() == 2);
    long millis = java.util.UUID.fromString(keys.split(",")[0]).getMostSignificantBits() >>> 16;
    assertThat(millis)
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
  }
}
