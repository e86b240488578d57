package dev.prepgraph.interview.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.account.transfer.Entry;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.account.transfer.SectionStatements;
import dev.prepgraph.account.transfer.TransferJson;
import dev.prepgraph.account.transfer.TransferJson.AnyTime;
import dev.prepgraph.account.transfer.TransferJson.NotBlank;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.interview.InterviewConfig;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Interviews with their history and debrief, and the stages that they move through. */
@ApplicationScoped
class InterviewSections {

  @RegisterForReflection
  record StageEntry(@JsonDeserialize(using = NotBlank.class) String name, boolean closed) {}

  /**
   * An interview.
   *
   * @param history every move in the order in which they were made; the last stage is the current
   *     one
   */
  @RegisterForReflection
  record InterviewEntry(
      @JsonDeserialize(using = NotBlank.class) String company,
      @JsonDeserialize(using = NotBlank.class) String position,
      Reference guide,
      Plan plan,
      @JsonDeserialize(using = AnyTime.class) Instant scheduledAt,
      String timeZone,
      String location,
      String notes,
      int version,
      Instant createdAt,
      Instant updatedAt,
      List<Move> history,
      Debrief debrief) {}

  /** A plan, by its creation. */
  @RegisterForReflection
  record Plan(Instant createdAt) {}

  /** A move into a stage, by the stage's name. */
  @RegisterForReflection
  record Move(@JsonDeserialize(using = NotBlank.class) String stage, Instant enteredAt) {}

  @RegisterForReflection
  record Debrief(Instant savedAt, String notes, List<Asked> askedQuestions, List<Gap> gaps) {}

  /** A question of the catalogue, or its wording, or both. */
  @RegisterForReflection
  record Asked(
      Reference question,
      @JsonDeserialize(using = NotBlank.class) String text,
      int rating,
      String notes) {}

  /** Either a question or the slug of a criterion. */
  @RegisterForReflection
  record Gap(
      Reference question, @JsonDeserialize(using = NotBlank.class) String criterion, String note) {}

  private static final String STAGES = "interviewStages";

  private final SectionStatements statements;
  private final InterviewConfig config;

  InterviewSections(SectionStatements statements, InterviewConfig config) {
    this.statements = statements;
    this.config = config;
  }

  @Produces
  @Singleton
  Section<StageEntry> stages() {
    return new Section<>(
        STAGES,
        StageEntry.class,
        Map.of("stagesPerUser", config.stagesPerUser()),
        batch -> {
          UnaryOperator<String> names = stageNames();
          batch.forEach(entry -> entry.row().put("name", names.apply(entry.value().name())));
        });
  }

  @Produces
  @Singleton
  Section<InterviewEntry> interviews() {
    return new Section<>(
        "interviews",
        InterviewEntry.class,
        Map.of("perUser", config.perUser(), "stagesPerUser", config.stagesPerUser()),
        batch -> {
          UnaryOperator<String> names = stageNames();
          batch.forEach(entry -> prepare(entry, names));
        });
  }

  /** Resolves stage names to the account's spelling, else to the first one in the export. */
  private UnaryOperator<String> stageNames() {
    Map<String, String> names = new HashMap<>();
    try (Stream<String> stages = statements.entries(STAGES)) {
      stages
          .map(stage -> TransferJson.parse(stage, StageEntry.class).name())
          .forEach(name -> names.putIfAbsent(Text.nameKey(name), name));
    }
    return name -> names.computeIfAbsent(Text.nameKey(name), key -> name);
  }

  private void prepare(Entry<InterviewEntry> entry, UnaryOperator<String> stageNames) {
    InterviewEntry interview = entry.value();
    entry.require(
        interview.history().size() <= config.movesPerInterview(),
        "an interview has at most " + config.movesPerInterview() + " moves");
    entry.require(
        interview.debrief() == null
            || interview.debrief().askedQuestions().stream()
                .allMatch(asked -> asked.question() != null || asked.text() != null),
        "a question that was asked needs a question or a text");
    for (JsonNode move : entry.row().get("history")) {
      ((ObjectNode) move).put("stage", stageNames.apply(move.get("stage").textValue()));
    }
    Optional<ZoneId> zone = Optional.ofNullable(interview.timeZone()).flatMap(TimeZones::find);
    if (interview.timeZone() != null && zone.isEmpty()) {
      entry.row().put("unknownZone", true).remove("timeZone");
    }
    if (interview.scheduledAt() != null) {
      LocalDate day = LocalDate.ofInstant(interview.scheduledAt(), zone.orElse(ZoneOffset.UTC));
      entry.row().put("scheduledOn", day.toString());
    }
  }
}
