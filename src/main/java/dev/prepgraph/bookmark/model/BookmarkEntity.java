package dev.prepgraph.bookmark.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.bookmark.schema.BookmarkKind;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A bookmark of a guide or a question. */
@Entity
@Immutable
@Table(schema = "bookmark", name = "bookmark")
public class BookmarkEntity extends AccountOwned {

  /** The target. */
  @Embeddable
  public record Key(@Enumerated(EnumType.STRING) BookmarkKind kind, UUID targetId) {}

  @EmbeddedId Key key;

  Instant createdAt;

  protected BookmarkEntity() {}

  public BookmarkEntity(Key key, Instant createdAt) {
    this.key = key;
    this.createdAt = createdAt;
  }
}
