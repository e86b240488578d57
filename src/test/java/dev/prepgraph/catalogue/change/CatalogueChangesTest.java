package dev.prepgraph.catalogue.change;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.GraphQL.map;
import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.GraphQL.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.StatementCounter;
import dev.prepgraph.catalogue.ChangingContent;
import dev.prepgraph.content.TestImport;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestProfile(ChangingContent.class)
class CatalogueChangesTest {

  /**
   * An edit of a text, whose translations it may remove, or a withdrawal.
   *
   * @param value 0 removes a translation
   */
  private record Edit(String name, String locale, int value, boolean publish) {

    void apply(ChangePack pack) {
      if (name.startsWith("guide ")) {
        pack.published().put(name.substring(6), value > 1);
      } else if (value == 0 && !locale.equals("en")) {
        pack.texts().remove(name + " " + locale);
      } else {
        // Equal texts in several languages: a new translation may not change what is seen.
        pack.texts().put(name + " " + locale, name + " " + value);
      }
    }
  }

  private static final int SEEDS = 4;
  private static final int EDITS = 14;

  /** What the feed should report of this test's objects. */
  private final ExpectedFeed expected = new ExpectedFeed();

  @TempDir Path folder;
  @Inject DataSource database;

  private static Edit edit(Random random) {
    List<String> names = new ArrayList<>(ChangePack.NAMES);
    names.addAll(List.of("guide a", "guide b"));
    return new Edit(
        names.get(random.nextInt(names.size())),
        ChangePack.LOCALES.get(random.nextInt(ChangePack.LOCALES.size())),
        random.nextInt(4),
        random.nextInt(3) > 0);
  }

  /** Dates and feed follow the content, over random imports and publications. */
  @Test
  void followWhatReadersSee() throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      ChangePack pack = ChangePack.first();
      List<Integer> revisions = new ArrayList<>(List.of(publish(pack)));
      expected.publish(revisions.get(0), pack.told());
      Map<String, List<String>> seen = pack.seen();
      Map<String, Instant> dates = dates();
      for (int i = 0; i < EDITS; i++) {
        Edit edit = edit(random);
        edit.apply(pack);
        if (edit.publish()) {
          revisions.add(publish(pack));
          expected.publish(revisions.get(revisions.size() - 1), pack.told());
          Map<String, Instant> now = dates();
          String as = "seed %d, %s".formatted(seed, edit);
          checkDates(as, seen, dates, pack.seen(), now);
          checkFeed(as, revisions);
          seen = pack.seen();
          dates = now;
        } else {
          write(pack);
          TestImport.importPack(folder);
        }
      }
      checkFeed("seed " + seed, 0);
    }
    withdraw();
  }

  /** The feed reports exactly what changed since all, some and no earlier revisions of a seed. */
  private void checkFeed(String as, List<Integer> revisions) {
    int last = revisions.size() - 1;
    IntStream.of(0, last / 2, last - 1, last)
        .distinct()
        .forEach(i -> checkFeed(as, revisions.get(i)));
  }

  private void checkFeed(String as, int since) {
    Map<String, String> changes = new TreeMap<>();
    for (Map<String, Object> change : changes(since)) {
      changes.put(
          change.get("slug") + " " + change.get("locale"),
          change.get("kind") + " " + change.get("objectKind") + " " + change.get("revision"));
    }
    assertThat(changes).as("since %d after %s", since, as).isEqualTo(expected.since(since));
  }

  private static JsonPath page(int since, int first, String after) {
    return query(
            "query ($since: Int!, $first: Int, $after: String) { catalogueChanges(since: $since, first: $first, after: $after) {"
                + " revision nodes { kind objectKind slug locale revision } pageInfo { hasNextPage endCursor } } }",
            map("since", since, "first", first, "after", after))
        .setRootPath("data.catalogueChanges");
  }

  /** All changes of the test's objects since a revision, page by page. */
  private static List<Map<String, Object>> changes(int since) {
    List<Map<String, Object>> changes = new ArrayList<>();
    int revision = since;
    String after = null;
    do {
      JsonPath page = page(since, 100, after);
      for (Map<String, Object> change : page.<Map<String, Object>>getList("nodes")) {
        assertThat((int) change.get("revision")).isBetween(revision, page.getInt("revision"));
        revision = (int) change.get("revision");
        if (change.get("slug").toString().startsWith("c-")) {
          changes.add(change);
        }
      }
      after = page.getBoolean("pageInfo.hasNextPage") ? page.getString("pageInfo.endCursor") : null;
    } while (after != null);
    assertThat(changes.stream().map(c -> c.get("slug") + " " + c.get("locale")))
        .doesNotHaveDuplicates();
    return changes;
  }

  private static void checkDates(
      String as,
      Map<String, List<String>> seen,
      Map<String, Instant> dates,
      Map<String, List<String>> seenNow,
      Map<String, Instant> now) {
    assertThat(now.keySet())
        .as(as)
        .isEqualTo(
            seenNow.keySet().stream()
                .filter(page -> !page.startsWith("c-criterion "))
                .collect(Collectors.toSet()));
    seenNow.forEach(
        (page, texts) -> {
          if (now.containsKey(page)) {
            boolean same = texts.equals(seen.get(page));
            assertThat(now.get(page).equals(dates.get(page)))
                .as("%s after %s", page, as)
                .isEqualTo(same);
            if (!same && dates.containsKey(page)) {
              assertThat(now.get(page)).as("%s after %s", page, as).isAfter(dates.get(page));
            }
          }
        });
  }

  private void withdraw() throws IOException {
    ChangePack pack = ChangePack.first();
    pack.published().replaceAll((guide, published) -> false);
    publish(pack);
  }

  private int publish(ChangePack pack) throws IOException {
    write(pack);
    TestImport.importPack(folder);
    return published();
  }

  private void write(ChangePack pack) throws IOException {
    write(pack, "c-");
  }

  private void write(ChangePack pack, String prefix) throws IOException {
    Files.createDirectories(folder.resolve("guides"));
    Files.writeString(folder.resolve("taxonomy.yaml"), pack.taxonomy().replace("c-", prefix));
    for (String letter : List.of("a", "b")) {
      Files.writeString(
          folder.resolve("guides/" + prefix + "guide-" + letter + ".yaml"),
          pack.guide(letter).replace("c-", prefix));
    }
  }

  /** Publishes guides that no other test publishes. */
  private int publishPaged(boolean a, boolean b) throws IOException {
    write(new ChangePack(ChangePack.first().texts(), Map.of("a", a, "b", b)), "paged-");
    TestImport.importPack(folder);
    return published();
  }

  private static List<String> nodes(JsonPath page) {
    return page.<Map<String, Object>>getList("nodes").stream()
        .map(c -> c.get("kind") + " " + c.get("slug") + " " + c.get("revision"))
        .toList();
  }

  @Test
  void includeWithdrawalsBetweenPages() throws IOException {
    int since = publishPaged(false, false);
    int first = publishPaged(true, false);
    JsonPath page = page(since, 1, null);
    assertThat(nodes(page)).containsExactly("PUBLISHED paged-guide-a " + first);

    int second = publishPaged(false, true);
    page = page(since, 3, page.getString("pageInfo.endCursor"));
    assertThat(nodes(page))
        .containsExactlyInAnyOrder(
            "PUBLISHED paged-question-2 " + first,
            "UNPUBLISHED paged-guide-a " + second,
            "PUBLISHED paged-guide-b " + second);
    assertThat(page.getBoolean("pageInfo.hasNextPage")).isTrue();

    int third = publishPaged(false, false);
    page = page(since, 100, page.getString("pageInfo.endCursor"));
    assertThat(nodes(page))
        .containsExactlyInAnyOrder(
            "UNPUBLISHED paged-question-1 " + second,
            "UNPUBLISHED paged-guide-b " + third,
            "UNPUBLISHED paged-question-2 " + third);
    assertThat(page.getInt("revision")).isEqualTo(third);
    assertThat(nodes(page(third, 100, null))).isEmpty();
    assertThat(nodes(page(since, 100, null))).isEmpty();
  }

  /** The revision that another replica serves already. */
  @Test
  void areEmptySinceARevisionThatIsNotServedYet() throws SQLException {
    int newest;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "insert into catalogue.publication (revision, locales)"
                    + " select revision + 1, locales from catalogue.publication order by revision desc limit 1 returning revision")) {
      row.next();
      newest = row.getInt(1);
    }
    JsonPath page = page(newest, 10, null);
    assertThat(nodes(page)).isEmpty();
    assertThat(page.getBoolean("pageInfo.hasNextPage")).isFalse();
    assertThat(page.getInt("revision")).isEqualTo(newest);
  }

  private static int published() {
    int revision = TestImport.publish();
    await()
        .until(() -> query("{ catalogue { revision } }").getInt("catalogue.revision") >= revision);
    return revision;
  }

  /** The dates of what is published, by slug and locale. */
  private static Map<String, Instant> dates() {
    Map<String, Instant> dates = new TreeMap<>();
    for (String locale : ChangePack.LOCALES) {
      JsonPath read =
          query(
              "query ($l: String) { a: roleGuide(slug: \"c-guide-a\", locale: $l) { ...G }"
                  + " b: roleGuide(slug: \"c-guide-b\", locale: $l) { ...G }"
                  + " c: question(slug: \"c-question-1\", locale: $l) { slug contentChangedAt }"
                  + " d: question(slug: \"c-question-2\", locale: $l) { slug contentChangedAt } }"
                  + " fragment G on RoleGuide { slug contentChangedAt }",
              Map.of("l", locale));
      for (String alias : List.of("a", "b", "c", "d")) {
        if (read.get(alias) != null) {
          dates.put(
              read.getString(alias + ".slug") + " " + locale,
              Instant.parse(read.getString(alias + ".contentChangedAt")));
        }
      }
    }
    return dates;
  }

  @Test
  void rejectOtherRevisions() {
    int revision = query("{ catalogue { revision } }").getInt("catalogue.revision");
    for (int since : List.of(-1, revision + 1_000)) {
      assertThat(rejection("{ catalogueChanges(since: " + since + ") { revision } }"))
          .isEqualTo(
              "BAD_REQUEST since must be a revision from 0 to the current one; start again with 0");
    }
    String cursor =
        query("{ catalogueChanges(since: 0, first: 1) { pageInfo { endCursor } } }")
            .getString("catalogueChanges.pageInfo.endCursor");
    assertThat(
            rejection(
                "query ($c: String) { catalogueChanges(since: 1, after: $c) { revision } }",
                Map.of("c", cursor)))
        .startsWith("BAD_REQUEST The cursor does not belong");
  }

  @Test
  void takeOneStatementAPageAndNoneWhenCached() {
    String page = "{ catalogueChanges(since: 0, first: 90) { nodes { slug kind } } }";
    assertThat(StatementCounter.during(() -> query(page))).hasSizeLessThanOrEqualTo(1);
    assertThat(StatementCounter.during(() -> query(page))).isEmpty();
  }
}
