package dev.prepgraph.bookmark;

import dev.prepgraph.bookmark.model.BookmarkEntity;
import dev.prepgraph.bookmark.schema.BookmarkFilter;
import dev.prepgraph.bookmark.schema.BookmarkKind;
import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.KeysetPages;
import dev.prepgraph.paging.KeysetQuery;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The bookmarks of the account that the transaction acts for. */
@ApplicationScoped
class BookmarkRepository implements PanacheRepositoryBase<BookmarkEntity, BookmarkEntity.Key> {

  @RegisterForReflection
  record StoredBookmark(BookmarkKind kind, UUID target, Instant createdAt) {}

  /**
   * The state that setting a bookmark depends on.
   *
   * @param createdAt null without a bookmark
   * @param bookmarks the number of the user's bookmarks; 0 with a bookmark
   */
  @RegisterForReflection
  record Target(boolean published, Instant createdAt, long bookmarks) {}

  private static final String COMPONENTS = "b.key.kind, b.key.targetId, b.createdAt";

  private static final String TARGET =
      """
      select p.id is not null, b.createdAt,
        case when b.createdAt is null then (select count(*) from BookmarkEntity) else 0L end
      from AccountEntity account
      left join %s p on p.id = :target
      left join BookmarkEntity b on b.key.kind = :kind and b.key.targetId = :target
      """;

  private static final Keyset<StoredBookmark> NEWEST_FIRST =
      new Keyset<>(
          List.of(Key.time("b.createdAt"), Key.id("b.key.targetId")),
          bookmark -> List.of(bookmark.createdAt(), bookmark.target()));

  private final KeysetPages pages;

  BookmarkRepository(KeysetPages pages) {
    this.pages = pages;
  }

  Target target(BookmarkKind kind, UUID target) {
    String published =
        switch (kind) {
          case GUIDE -> "PublishedGuideEntity";
          case QUESTION -> "PublishedQuestionEntity";
        };
    return find(TARGET.formatted(published), Map.of("kind", kind, "target", target))
        .project(Target.class)
        .singleResult();
  }

  /** False if there was none. */
  boolean remove(BookmarkEntity.Key bookmark) {
    return 0 < delete("key.kind = ?1 and key.targetId = ?2", bookmark.kind(), bookmark.targetId());
  }

  List<StoredBookmark> of(BookmarkKind kind, Collection<UUID> targets) {
    return find(
            "select "
                + COMPONENTS
                + " from BookmarkEntity b where b.key.kind = :kind and in_array(:targets, b.key.targetId)",
            Map.of("kind", kind, "targets", targets.toArray(UUID[]::new)))
        .project(StoredBookmark.class)
        .list();
  }

  Page<StoredBookmark> page(String scope, BookmarkFilter filter, PageRequest request) {
    return pages.read(
        scope,
        new KeysetQuery<>(
                StoredBookmark.class, COMPONENTS, "from BookmarkEntity b where true", NEWEST_FIRST)
            .where("b.key.kind in :kinds", "kinds", filter.kinds()),
        request);
  }
}
