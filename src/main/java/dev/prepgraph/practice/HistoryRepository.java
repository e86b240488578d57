package dev.prepgraph.practice;

import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.KeysetPages;
import dev.prepgraph.paging.KeysetQuery;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs.Rating;
import dev.prepgraph.practice.fsrs.Practice;
import dev.prepgraph.practice.model.CardEntity;
import dev.prepgraph.practice.model.PracticeEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Recorded practices of the transaction's account. */
@ApplicationScoped
class HistoryRepository implements PanacheRepositoryBase<PracticeEntity, UUID> {

  /** A practice with the card of its question. */
  @RegisterForReflection
  record Undoable(PracticeEntity practice, CardEntity card) {}

  @RegisterForReflection
  record Recorded(UUID id, UUID question, int number, Rating rating, Instant practisedAt) {}

  private static final String UNDOABLE =
      """
      select p, c from PracticeEntity p join CardEntity c on c.questionId = p.questionId
      where p.id = :id
      """;

  private static final String RECORDED = "p.id, p.questionId, p.number, p.rating, p.practisedAt";

  private static final Keyset<Recorded> NEWEST_FIRST =
      new Keyset<>(
          List.of(Key.time("p.practisedAt"), Key.id("p.questionId"), Key.number("p.number")),
          p -> List.of(p.practisedAt(), p.question(), p.number()));

  private final KeysetPages pages;

  HistoryRepository(KeysetPages pages) {
    this.pages = pages;
  }

  /**
   * Adds a practice; returns its key.
   *
   * @param after the state of the card after the practice
   */
  UUID record(UUID question, PracticeRepository.Target target, Practice practice, CardState after) {
    if (target.card() == null) {
      getSession().persist(new CardEntity(question, after));
    } else {
      target.card().update(after);
    }
    var added = new PracticeEntity(question, target.lastNumber() + 1, practice);
    persist(added);
    return added.id;
  }

  /** The earliest first. */
  List<PracticeEntity> history(UUID question) {
    return list("questionId = ?1 order by practisedAt, number", question);
  }

  Optional<Undoable> undoable(UUID practice) {
    return find(UNDOABLE, Map.of("id", practice)).project(Undoable.class).singleResultOptional();
  }

  List<Recorded> byIds(Collection<UUID> ids) {
    return find(
            "select " + RECORDED + " from PracticeEntity p where in_array(:ids, p.id)",
            Map.of("ids", ids.toArray(UUID[]::new)))
        .project(Recorded.class)
        .list();
  }

  /** A page of practices, the newest first; of all questions where the question is null. */
  Page<Recorded> page(String scope, UUID question, PageRequest request) {
    return pages.read(
        scope,
        new KeysetQuery<>(
                Recorded.class, RECORDED, "from PracticeEntity p where true", NEWEST_FIRST)
            .withTotal(
                "select coalesce(sum(c.reps), 0) from CardEntity c"
                    + (question == null ? "" : " where c.questionId = :question"))
            .where("p.questionId = :question", "question", question),
        request);
  }

  /**
   * Deletes a practice.
   *
   * @param after the state of the card without the practice; null without any practice
   */
  void undo(Undoable undone, CardState after) {
    if (after == null) {
      getSession().remove(undone.card()); // and the practice by the foreign key
    } else {
      undone.card().update(after);
      getSession().remove(undone.practice());
    }
  }
}
