package dev.prepgraph.answer.model;

import dev.prepgraph.account.AccountOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A saved answer; its version is that of its newest revision. */
@Entity
@Table(schema = "answer", name = "saved_answer")
public class SavedAnswerEntity extends AccountOwned {

  @Id UUID id;

  UUID questionId;

  int version;

  Instant createdAt;
}
