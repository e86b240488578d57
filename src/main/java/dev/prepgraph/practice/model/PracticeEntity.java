package dev.prepgraph.practice.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.practice.fsrs.Practice;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A recorded practice. */
@Entity
@Immutable
@Table(schema = "practice", name = "practice")
public class PracticeEntity extends AccountOwned {

  /** The question and the number of the practice, in the order of recording, from 1. */
  @Embeddable
  public record Key(UUID questionId, int number) {}

  @EmbeddedId Key key;

  @Embedded Practice practice;

  protected PracticeEntity() {}

  public PracticeEntity(Key key, Practice practice) {
    this.key = key;
    this.practice = practice;
  }
}
