package dev.prepgraph.bookmark;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.bookmark.BookmarkRepository.StoredBookmark;
import dev.prepgraph.bookmark.BookmarkRepository.Target;
import dev.prepgraph.bookmark.model.BookmarkEntity;
import dev.prepgraph.bookmark.schema.Bookmark;
import dev.prepgraph.bookmark.schema.BookmarkFilter;
import dev.prepgraph.bookmark.schema.BookmarkKind;
import dev.prepgraph.bookmark.schema.SetBookmarkInput;
import dev.prepgraph.bookmark.schema.SetBookmarkPayload;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.CanonicalJson;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.Node;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rules of bookmarks. */
@ApplicationScoped
class BookmarkService {

  private final AccountTransactions transactions;
  private final BookmarkRepository repository;
  private final BookmarkConfig config;
  private final GuideService guides;
  private final QuestionService questions;

  BookmarkService(
      AccountTransactions transactions,
      BookmarkRepository repository,
      BookmarkConfig config,
      GuideService guides,
      QuestionService questions) {
    this.transactions = transactions;
    this.repository = repository;
    this.config = config;
    this.guides = guides;
    this.questions = questions;
  }

  /** Sets or removes a bookmark. */
  SetBookmarkPayload set(SetBookmarkInput input) {
    return transactions.write(
        () -> {
          BookmarkEntity.Key key = key(input.id()).orElseThrow(BookmarkService::noTarget);
          if (!input.bookmarked()) {
            if (repository.remove(key)) {
              AccountChanges.add(bookmark(input.id()));
            }
            return payload(null, key);
          }
          Target target = repository.target(key.kind(), key.targetId());
          Instant createdAt = target.createdAt();
          if (createdAt == null) {
            createdAt = add(key, target);
            AccountChanges.add(bookmark(input.id()));
          }
          return payload(new Bookmark(key.kind(), createdAt, key.targetId(), null), key);
        });
  }

  private static AccountChange bookmark(String target) {
    return new AccountChange(ViewerChangeKind.BOOKMARK, target, false);
  }

  private static SetBookmarkPayload payload(Bookmark bookmark, BookmarkEntity.Key key) {
    return new SetBookmarkPayload(bookmark, List.of(), key.kind(), key.targetId());
  }

  private Instant add(BookmarkEntity.Key key, Target target) {
    if (!target.published()) {
      throw noTarget();
    }
    if (target.bookmarks() >= config.perUser()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED, "A user has at most " + config.perUser() + " bookmarks");
    }
    Instant now = transactions.account().now();
    repository.persist(new BookmarkEntity(key, now));
    return now;
  }

  private static Optional<BookmarkEntity.Key> key(String id) {
    return GuideService.key(id)
        .map(guide -> new BookmarkEntity.Key(BookmarkKind.GUIDE, guide))
        .or(
            () ->
                QuestionService.key(id)
                    .map(question -> new BookmarkEntity.Key(BookmarkKind.QUESTION, question)));
  }

  private static UserErrorException noTarget() {
    return UserErrorException.notFound("a published guide or question", "input", "id");
  }

  /** The user's bookmarks by target; empty for an anonymous request. */
  Map<UUID, Bookmark> of(BookmarkKind kind, Collection<UUID> targets, String locale) {
    return transactions.read(() -> repository.of(kind, targets)).orElse(List.of()).stream()
        .collect(Collectors.toMap(StoredBookmark::target, bookmark -> present(bookmark, locale)));
  }

  /** A page of the user's bookmarks, the newest first. */
  Page<Bookmark> list(BookmarkFilter filter, PageRequest request, String locale) {
    return transactions
        .read(
            () -> {
              String scope =
                  "bookmarks %s %s"
                      .formatted(transactions.account().id(), CanonicalJson.object(filter));
              return repository
                  .page(scope, filter, request)
                  .map(bookmark -> present(bookmark, locale));
            })
        .orElseThrow();
  }

  /** The guides and questions of bookmarks, in their last published form. */
  Map<Bookmark, Node> targets(Collection<Bookmark> bookmarks, String locale) {
    Map<UUID, Node> found = new HashMap<>();
    for (BookmarkKind kind : BookmarkKind.values()) {
      found.putAll(targets(kind, keys(bookmarks, kind), locale));
    }
    Map<Bookmark, Node> targets = new HashMap<>();
    bookmarks.forEach(bookmark -> targets.put(bookmark, found.get(bookmark.targetKey())));
    return targets;
  }

  /** Guides or questions by key, in their last published form. */
  Map<UUID, ? extends Node> targets(BookmarkKind kind, Collection<UUID> keys, String locale) {
    return switch (kind) {
      case GUIDE -> guides.everPublished(keys, locale);
      case QUESTION -> questions.everPublished(keys, locale);
    };
  }

  private static Set<UUID> keys(Collection<Bookmark> bookmarks, BookmarkKind kind) {
    return bookmarks.stream()
        .filter(bookmark -> bookmark.kind() == kind)
        .map(Bookmark::targetKey)
        .collect(Collectors.toSet());
  }

  private static Bookmark present(StoredBookmark bookmark, String locale) {
    return new Bookmark(bookmark.kind(), bookmark.createdAt(), bookmark.target(), locale);
  }
}
