package dev.prepgraph.practice.transfer;

import dev.prepgraph.account.schema.SkipReason;
import dev.prepgraph.account.transfer.Batch;
import dev.prepgraph.account.transfer.Groups;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.References;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.account.transfer.TransferJson;
import dev.prepgraph.common.Sql;
import dev.prepgraph.practice.PracticeConfig;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.fsrs.Practice;
import dev.prepgraph.practice.transfer.PracticeEntry.Practised;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** All practices, question by question; the cards follow from them. */
@ApplicationScoped
class PracticeSection implements Section<PracticeEntry> {

  @RegisterForReflection
  record CardRow(
      UUID question,
      double stability,
      double difficulty,
      Instant practised,
      int reps,
      int lapses,
      List<Practised> practices) {}

  private static final String READ =
      "select p.question_id, "
          + References.questionSlug("p.question_id")
          + """
           as slug, p.rating, p.practised_at, p.recorded_at
          from practice.practice p
          where p.account_id = viewer.account_id()
          order by p.question_id, p.practised_at, p.number
          """;

  private static final String WRITE =
      """
      with given as (
        select * from json_to_recordset(cast(:rows as json)) as g
          (question uuid, stability float8, difficulty float8, practised timestamptz, reps int, lapses int, practices json)),
      cards as (
        insert into practice.card (question_id, stability, difficulty, practised_at, reps, lapses)
        select question, stability, difficulty, practised, reps, lapses from given)
      insert into practice.practice (question_id, number, rating, practised_at, recorded_at)
      select g.question, p.number, p.entry->>'rating', cast(p.entry->>'practisedAt' as timestamptz),
        cast(p.entry->>'recordedAt' as timestamptz)
      from given g cross join lateral json_array_elements(g.practices) with ordinality p (entry, number)
      """;

  private final PracticeConfig config;
  private final Fsrs fsrs = new Fsrs();

  PracticeSection(PracticeConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return "practices";
  }

  @Override
  public Class<PracticeEntry> type() {
    return PracticeEntry.class;
  }

  @Override
  public List<Limit> limits() {
    return List.of(
        new Limit(
            "select count(*) from practice.card where account_id = viewer.account_id()",
            config.questionsPerUser(),
            "A user practises at most " + config.questionsPerUser() + " questions"),
        new Limit(
            "select count(*) from practice.practice where account_id = viewer.account_id()",
            config.practicesPerUser(),
            "At most " + config.practicesPerUser() + " practices of a user are kept"));
  }

  @Override
  public Stream<PracticeEntry> entries(StatelessSession session) {
    return Groups.of(
        Sql.tuples(session, READ, Map.of()),
        "question_id",
        (first, practices) ->
            new PracticeEntry(
                Reference.question(
                    first.get("question_id", UUID.class), first.get("slug", String.class)),
                practised(practices)));
  }

  private static List<Practised> practised(Iterator<Tuple> rows) {
    List<Practised> practices = new ArrayList<>();
    rows.forEachRemaining(
        row ->
            practices.add(
                new Practised(
                    Fsrs.Rating.valueOf(row.get("rating", String.class)),
                    row.get("practised_at", Instant.class),
                    row.get("recorded_at", Instant.class))));
    return practices;
  }

  @Override
  public void restore(StatelessSession session, Batch<PracticeEntry> batch) {
    Map<Reference, References.Target> questions =
        References.questions(session, batch.entries().map(PracticeEntry::question));
    Set<UUID> practised = new HashSet<>();
    Sql.rows(
            session,
            "select question_id, reps from practice.card where account_id = viewer.account_id() and question_id = any(:keys)",
            Map.of(
                "keys",
                questions.values().stream().map(References.Target::key).toArray(UUID[]::new)))
        .forEach(row -> practised.add((UUID) row[0]));
    List<CardRow> cards = new ArrayList<>();
    for (var item : batch) {
      References.Target question = questions.get(item.entry().question());
      if (question == null) {
        item.skip(SkipReason.UNKNOWN);
      } else if (!practised.add(question.key())) {
        item.skip(SkipReason.EXISTS);
      } else {
        cards.add(card(question.key(), item.entry().practices()));
      }
    }
    Sql.execute(session, WRITE, Map.of("rows", TransferJson.print(cards)));
  }

  private CardRow card(UUID question, List<Practised> practices) {
    List<Practised> history =
        practices.stream().sorted(Comparator.comparing(Practised::practisedAt)).toList();
    CardState state =
        CardState.after(
            fsrs, history.stream().map(p -> new Practice(p.rating(), p.practisedAt())).toList());
    return new CardRow(
        question,
        state.memory().stability(),
        state.memory().difficulty(),
        state.practisedAt(),
        state.reps(),
        state.lapses(),
        history);
  }
}
