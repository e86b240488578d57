package dev.prepgraph.bookmark;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.bookmark.Bookmarks.LIST;
import static dev.prepgraph.bookmark.Bookmarks.SET;
import static dev.prepgraph.bookmark.Bookmarks.input;
import static dev.prepgraph.bookmark.Bookmarks.list;
import static dev.prepgraph.bookmark.Bookmarks.remove;
import static dev.prepgraph.bookmark.Bookmarks.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.node.NodeId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BookmarkTest {

  private static final String MINE =
      """
      query ($guide: ID!, $question: ID!) {
        roleGuide(id: $guide) { myBookmark { kind createdAt target { id } } }
        question(id: $question) { myBookmark { kind createdAt target { id } } } }
      """;

  private final User user = User.unknown();
  private String guide;
  private String question;

  @BeforeEach
  void findTargets() {
    guide = Published.guide();
    question = Published.questions(1).get(0);
  }

  private JsonPath mine() {
    return user.query(MINE, Map.of("guide", guide, "question", question));
  }

  @Test
  void isSetOnceAndRemoved() {
    JsonPath bookmark = user.mutate(SET, input(guide, true));
    assertThat(bookmark.getString("bookmark.kind")).isEqualTo("GUIDE");
    assertThat(bookmark.getString("bookmark.target.id")).isEqualTo(guide);
    assertThat(bookmark.getString("target.id")).isEqualTo(guide);
    String createdAt = bookmark.getString("bookmark.createdAt");
    assertThat(set(user, guide)).isEqualTo(createdAt);
    set(user, question);

    JsonPath mine = mine();
    assertThat(mine.getMap("roleGuide.myBookmark"))
        .isEqualTo(Map.of("kind", "GUIDE", "createdAt", createdAt, "target", Map.of("id", guide)));
    assertThat(mine.getString("question.myBookmark.kind")).isEqualTo("QUESTION");
    assertThat(mine.getString("question.myBookmark.target.id")).isEqualTo(question);

    JsonPath removed = user.mutate(SET, input(guide, false));
    assertThat(removed.<Object>get("bookmark")).isNull();
    assertThat(removed.getString("target.id")).isEqualTo(guide);
    remove(user, guide);
    assertThat(mine().<Object>get("roleGuide.myBookmark")).isNull();
    assertThat(list(user, Map.of()).getList("nodes.target.id")).containsExactly(question);
  }

  @Test
  void isOfAPublishedGuideOrQuestion() {
    String criterion = Published.criteria(question).get(0);
    for (String id :
        List.of(
            "nonsense",
            criterion,
            NodeId.of('Q', UUID.randomUUID()),
            NodeId.of('Q', NodeId.parse('G', guide).orElseThrow()))) {
      assertThat(error(user.payload(SET, input(id, true))))
          .isEqualTo("NOT_FOUND [input, id] id must identify a published guide or question");
    }
    assertThat(error(user.payload(SET, input(criterion, false))))
        .startsWith("NOT_FOUND [input, id]");
  }

  @Test
  void areListedNewestFirst() {
    List<String> all = new ArrayList<>(Published.questions(4));
    all.add(2, guide);
    all.forEach(id -> set(user, id));
    Collections.reverse(all);

    JsonPath first = list(user, Map.of("first", 2));
    assertThat(first.getList("nodes.target.id")).isEqualTo(all.subList(0, 2));
    assertThat(first.getList("edges.node.createdAt")).isEqualTo(first.getList("nodes.createdAt"));
    assertThat(first.getInt("totalCount")).isEqualTo(5);
    assertThat(first.getBoolean("pageInfo.hasNextPage")).isTrue();
    JsonPath second =
        list(user, Map.of("first", 2, "after", first.getString("pageInfo.endCursor")));
    assertThat(second.getList("nodes.target.id")).isEqualTo(all.subList(2, 4));
    JsonPath end = list(user, Map.of("last", 2));
    assertThat(end.getList("nodes.target.id")).isEqualTo(all.subList(3, 5));
    JsonPath before =
        list(user, Map.of("last", 1, "before", end.getString("pageInfo.startCursor")));
    assertThat(before.getList("nodes.target.id")).isEqualTo(all.subList(2, 3));

    JsonPath guides = list(user, Map.of("filter", Map.of("kinds", List.of("GUIDE"))));
    assertThat(guides.getList("nodes.target.id")).containsExactly(guide);
    assertThat(guides.getInt("totalCount")).isEqualTo(1);
    JsonPath both = list(user, Map.of("filter", Map.of("kinds", List.of("GUIDE", "QUESTION"))));
    assertThat(both.getList("nodes.target.id")).isEqualTo(all);
    assertThat(list(user, Map.of("filter", Map.of("kinds", List.of()))).getInt("totalCount"))
        .isZero();
    List<String> many = Collections.nCopies(101, "GUIDE");
    assertThat(user.rejection(LIST, Map.of("filter", Map.of("kinds", many))))
        .isEqualTo("BAD_REQUEST filter.kinds must have at most 100 entries");
    assertThat(user.rejection(LIST, Map.of("after", guides.getString("pageInfo.endCursor"))))
        .startsWith("BAD_REQUEST ");
  }

  @Test
  void areListedInALanguage() {
    set(user, guide);
    assertThat(list(user, Map.of()).getString("nodes[0].target.title"))
        .isEqualTo("Backend Developer Intern");
    assertThat(list(user, Map.of("locale", "de")).getString("nodes[0].target.title"))
        .isEqualTo(
            GraphQL.query(
                    "query ($id: ID!) { roleGuide(id: $id, locale: \"de\") { title } }",
                    Map.of("id", guide))
                .getString("roleGuide.title"))
        .isNotEqualTo("Backend Developer Intern");
  }

  /** As a saved answer does, a bookmark shows the last published form. */
  @Test
  void staysReadableWhenItsGuideIsWithdrawn() {
    set(user, guide);
    UUID withdrawn = UUID.randomUUID();
    OwnerSql.execute(
        "insert into catalogue.guide_revision (guide_id, revision, publication, document)"
            + " select ?, 1, publication, document from catalogue.guide_revision r"
            + " join catalogue.guide g on g.id = r.guide_id and g.revision = r.revision"
            + " where g.slug = ?",
        withdrawn,
        Published.GUIDE);
    OwnerSql.execute(
        "update bookmark.bookmark set target_id = ? where account_id ="
            + " (select id from viewer.account where subject = ?)",
        withdrawn,
        user.subject());

    JsonPath bookmarks = list(user, Map.of());
    String id = NodeId.of('G', withdrawn);
    assertThat(bookmarks.getString("nodes[0].target.id")).isEqualTo(id);
    assertThat(bookmarks.getString("nodes[0].target.title")).isEqualTo("Backend Developer Intern");
    assertThat(set(user, id)).isEqualTo(bookmarks.getString("nodes[0].createdAt"));
    remove(user, id);
    assertThat(error(user.payload(SET, input(id, true)))).startsWith("NOT_FOUND [input, id]");
  }

  @Test
  void areLimited() {
    set(user, guide);
    OwnerSql.execute(
        "insert into bookmark.bookmark (account_id, kind, target_id)"
            + " select id, 'QUESTION', catalogue.uuid_v7() from viewer.account, generate_series(1, 1999)"
            + " where subject = ?",
        user.subject());
    assertThat(error(user.payload(SET, input(question, true))))
        .isEqualTo("LIMIT_REACHED null A user has at most 2000 bookmarks");
    set(user, guide);
    remove(user, guide);
    set(user, question);
  }

  @Test
  void takeAFixedNumberOfStatements() {
    Published.questions(20).forEach(id -> set(user, id));
    set(user, guide);
    list(user, Map.of());
    // To enter; the list; the targets are in the catalogue's cache by then.
    assertThat(during(() -> list(user, Map.of()))).hasSize(2);
    assertThat(during(() -> list(user, Map.of("first", 1)))).hasSize(2);
    String pages =
        """
        { roleGuides(first: 100) { edges { node { myBookmark { createdAt } } } }
          questions(first: 100) { edges { node { myBookmark { createdAt } } } } }
        """;
    user.query(pages);
    assertThat(during(() -> user.query(pages))).hasSize(3);
    // To enter and lock; the target; the insert.
    remove(user, guide);
    assertThat(during(() -> set(user, guide))).hasSize(3);
    assertThat(during(() -> remove(user, guide))).hasSize(2);
  }

  @Test
  void requireALogin() {
    assertThat(GraphQL.rejection(SET, input(guide, true))).startsWith("UNAUTHENTICATED");
    assertThat(GraphQL.query(LIST, Map.of()).<Object>get("viewer")).isNull();
    JsonPath mine = GraphQL.query(MINE, Map.of("guide", guide, "question", question));
    assertThat(mine.getMap("roleGuide")).containsEntry("myBookmark", null);
    assertThat(mine.getMap("question")).containsEntry("myBookmark", null);
  }
}
