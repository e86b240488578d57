package dev.prepgraph.bookmark;

import dev.prepgraph.User;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Documents and inputs of bookmarks. */
public final class Bookmarks {

  static final String SET =
      """
      mutation ($input: SetBookmarkInput!) { setBookmark(input: $input) {
        bookmark { kind createdAt target { id } } target { id } userErrors { code field message } } }
      """;

  static final String LIST =
      """
      query ($filter: BookmarkFilterInput, $first: Int, $after: String, $last: Int, $before: String, $locale: String) {
        viewer { bookmarks(filter: $filter, first: $first, after: $after, last: $last, before: $before, locale: $locale) {
          totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          edges { cursor node { createdAt } }
          nodes { kind createdAt target { id ... on RoleGuide { title } ... on Question { prompt } } } } } }
      """;

  private Bookmarks() {}

  static Map<String, Object> input(String id, boolean bookmarked) {
    return Map.of("input", Map.of("id", id, "bookmarked", bookmarked));
  }

  /** Sets a bookmark; returns its time. */
  public static String set(User user, String id) {
    return user.mutate(SET, input(id, true)).getString("bookmark.createdAt");
  }

  static void remove(User user, String id) {
    user.mutate(SET, input(id, false));
  }

  static JsonPath list(User user, Map<String, ?> variables) {
    return user.query(LIST, variables).setRootPath("data.viewer.bookmarks");
  }
}
