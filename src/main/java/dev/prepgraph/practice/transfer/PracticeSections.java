package dev.prepgraph.practice.transfer;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.prepgraph.account.transfer.Entry;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.account.transfer.TransferJson.NotBlank;
import dev.prepgraph.practice.PracticeConfig;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.fsrs.Practice;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Practices, timed sessions, and the user's ratings of their answers. */
@ApplicationScoped
class PracticeSections {

  /** The practices of a question, the earliest first. */
  @RegisterForReflection
  record PracticeEntry(Reference question, List<Practised> practices) {}

  @RegisterForReflection
  record Practised(Fsrs.Rating rating, Instant practisedAt, Instant recordedAt) {}

  /** A timed session, which can be resumed until it is finished. */
  @RegisterForReflection
  record SessionEntry(
      Reference guide,
      int minutesEach,
      Instant startedAt,
      Instant finishedAt,
      List<Asked> questions) {}

  /** A question of a session; its answer may be null. */
  @RegisterForReflection
  record Asked(Reference question, Answer answer) {}

  @RegisterForReflection
  record Answer(
      @JsonDeserialize(using = NotBlank.class) String body,
      int version,
      Instant answeredAt,
      boolean late) {}

  /**
   * The rating of a revision of an answer by one criterion.
   *
   * @param savedAt of the revision: another one may have the same version
   * @param criterion its slug
   */
  @RegisterForReflection
  record AssessmentEntry(
      Reference question,
      int version,
      Instant savedAt,
      String criterion,
      int score,
      Instant assessedAt) {}

  private final PracticeConfig config;
  private final Fsrs fsrs = new Fsrs();

  PracticeSections(PracticeConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  Section<PracticeEntry> practices() {
    return new Section<>(
        "practices",
        PracticeEntry.class,
        Map.of(
            "questionsPerUser", config.questionsPerUser(),
            "practicesPerUser", config.practicesPerUser()),
        batch -> batch.forEach(this::addCard));
  }

  @Produces
  @Singleton
  Section<SessionEntry> practiceSessions() {
    return new Section<>(
        "practiceSessions",
        SessionEntry.class,
        Map.of("perUser", config.sessionsPerUser()),
        batch -> {});
  }

  @Produces
  @Singleton
  Section<AssessmentEntry> assessments() {
    return new Section<>(
        "assessments",
        AssessmentEntry.class,
        Map.of("perUser", config.assessmentsPerUser()),
        batch -> {});
  }

  /** The practices determine the state of the card. */
  private void addCard(Entry<PracticeEntry> entry) {
    entry.require(
        entry.value().practices().size() <= config.practicesPerQuestion(),
        "a question has at most " + config.practicesPerQuestion() + " practices");
    List<Practised> history =
        entry.value().practices().stream()
            .sorted(Comparator.comparing(Practised::practisedAt))
            .toList();
    CardState card =
        CardState.after(
            fsrs, history.stream().map(p -> new Practice(p.rating(), p.practisedAt())).toList());
    entry
        .row()
        .putPOJO("practices", history)
        .put("stability", card.memory().stability())
        .put("difficulty", card.memory().difficulty())
        .put("practisedAt", card.practisedAt().toString())
        .put("reps", card.reps())
        .put("lapses", card.lapses());
  }
}
