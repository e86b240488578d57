package dev.prepgraph.bookmark;

import static dev.prepgraph.bookmark.Bookmarks.list;
import static dev.prepgraph.bookmark.Bookmarks.remove;
import static dev.prepgraph.bookmark.Bookmarks.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Bookmarks are visible to their own user only. */
@QuarkusTest
class BookmarkIsolationTest {

  private static final String MINE =
      "query ($id: ID!) { roleGuide(id: $id) { myBookmark { createdAt } } }";

  private final User user = User.unknown();
  private final User other = User.unknown();
  private String guide;

  @BeforeEach
  void findGuide() {
    guide = Published.guide();
  }

  private Object mine(User reader) {
    return reader.query(MINE, Map.of("id", guide)).get("roleGuide.myBookmark");
  }

  @RowSecurityTest
  void areHiddenFromOtherUsers() {
    String createdAt = set(user, guide);

    assertThat(list(other, Map.of()).getInt("totalCount")).isZero();
    assertThat(list(other, Map.of()).getList("nodes")).isEmpty();
    assertThat(mine(other)).isNull();
    assertThat(other.export().get("bookmarks")).isEmpty();
    assertThat(user.export().get("bookmarks")).hasSize(1);
    remove(other, guide);
    assertThat(mine(user)).isEqualTo(Map.of("createdAt", createdAt));
    assertThat(set(other, guide)).isNotEqualTo(createdAt);
    assertThat(list(user, Map.of()).getInt("totalCount")).isEqualTo(1);
  }

  @RowSecurityTest
  void areErasedWithTheirAccountAlone() {
    set(user, guide);
    set(other, guide);
    other.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");
    assertThat(list(other, Map.of()).getInt("totalCount")).isZero();
    assertThat(list(user, Map.of()).getInt("totalCount")).isEqualTo(1);
  }
}
