package dev.prepgraph.bookmark;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.bookmark.schema.Bookmark;
import dev.prepgraph.bookmark.schema.BookmarkConnection;
import dev.prepgraph.bookmark.schema.BookmarkFilter;
import dev.prepgraph.bookmark.schema.BookmarkKind;
import dev.prepgraph.bookmark.schema.SetBookmarkInput;
import dev.prepgraph.bookmark.schema.SetBookmarkPayload;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.node.Node;
import dev.prepgraph.paging.PageRequest;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of bookmarks. */
@GraphQLApi
public class BookmarkApi {

  private final BookmarkService bookmarks;

  BookmarkApi(BookmarkService bookmarks) {
    this.bookmarks = bookmarks;
  }

  @Mutation("setBookmark") // SmallRye removes "set"
  @NonNull
  @Description(
      "Sets or removes the user's bookmark of a guide or a question; a repeated call changes nothing. At most 2,000 bookmarks of a user.")
  public SetBookmarkPayload setBookmark(
      @NonNull @Name("input") @Description("The bookmark.") SetBookmarkInput input) {
    return Payload.of(
        () -> bookmarks.set(input), errors -> new SetBookmarkPayload(null, errors, null, null));
  }

  @Name("bookmarks")
  @Description("The user's bookmarks, the newest first.")
  public BookmarkConnection bookmarksOfViewer(
      @Source Viewer viewer,
      @Name("filter") @Description("Filter; all conditions must match.") BookmarkFilter filter,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before,
      @Name("locale")
          @Description("Language of the targets, as a BCP 47 tag" + RequestLanguage.BY_DEFAULT)
          String locale) {
    return BookmarkConnection.of(
        bookmarks.list(
            filter == null ? BookmarkFilter.NONE : filter.checked(),
            PageRequest.of(first, after, last, before),
            locale));
  }

  @Name("target")
  @Description("The guide or question, in its last published form.")
  public List<Node> targetsOfBookmarks(@Source List<Bookmark> of) {
    return ByLocale.load(of, bookmark -> bookmark, Bookmark::locale, bookmarks::targets);
  }

  @Name("target")
  @Description(
      "The guide or question, in its last published form, also after a removal; null on errors.")
  public Node targetOfPayload(@Source SetBookmarkPayload payload) {
    UUID key = payload.targetKey();
    return key == null ? null : bookmarks.targets(payload.kind(), List.of(key), null).get(key);
  }

  @Name("myBookmark")
  @Description("The user's bookmark of the guide; null without one or without a login.")
  public List<Bookmark> bookmarksOfGuides(@Source List<RoleGuide> guides) {
    return ByLocale.load(
        guides,
        RoleGuide::key,
        RoleGuide::locale,
        (keys, locale) -> bookmarks.of(BookmarkKind.GUIDE, keys, locale));
  }

  @Name("myBookmark")
  @Description("The user's bookmark of the question; null without one or without a login.")
  public List<Bookmark> bookmarksOfQuestions(@Source List<Question> questions) {
    return ByLocale.load(
        questions,
        Question::key,
        Question::locale,
        (keys, locale) -> bookmarks.of(BookmarkKind.QUESTION, keys, locale));
  }
}
