package dev.prepgraph.practice.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.fsrs.Practice;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A recorded practice. */
@Entity
@Immutable
@Table(schema = "practice", name = "practice")
public class PracticeEntity extends AccountOwned {

  /** The question and the number of the practice in order of recording, from 1. */
  @Embeddable
  public record Key(UUID questionId, int number) {}

  @EmbeddedId Key key;

  @Enumerated(EnumType.STRING)
  Fsrs.Rating rating;

  Instant practisedAt;

  protected PracticeEntity() {}

  public PracticeEntity(Key key, Practice practice) {
    this.key = key;
    this.rating = practice.rating();
    this.practisedAt = practice.practisedAt();
  }

  public Practice practice() {
    return new Practice(rating, practisedAt);
  }
}
