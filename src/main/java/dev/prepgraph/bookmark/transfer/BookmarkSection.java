package dev.prepgraph.bookmark.transfer;

import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.bookmark.BookmarkConfig;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** Bookmarks of guides and questions. */
@ApplicationScoped
class BookmarkSection {

  /** A bookmark of either a guide or a question. */
  @RegisterForReflection
  record BookmarkEntry(Reference guide, Reference question, Instant createdAt) {}

  @Produces
  @Singleton
  Section<BookmarkEntry> bookmarks(BookmarkConfig config) {
    return new Section<>(
        "bookmarks", BookmarkEntry.class, Map.of("perUser", config.perUser()), batch -> {});
  }
}
