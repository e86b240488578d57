package dev.prepgraph.interview;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.Text;
import dev.prepgraph.graphql.UserError;
import dev.prepgraph.graphql.UserErrorCode;
import dev.prepgraph.graphql.UserErrorException;
import dev.prepgraph.viewer.AccountSection;
import dev.prepgraph.viewer.ImportReport;
import dev.prepgraph.viewer.SkipReason;
import dev.prepgraph.viewer.SkippedEntry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Interviews with their history and debrief, in the export of an account; behind the stages and the
 * plans.
 */
@ApplicationScoped
@Priority(-20)
class InterviewSection implements AccountSection {

  /** How many interviews are taken back with one statement. */
  private static final int BATCH = 100;

  private final InterviewArchive archive;
  private final InterviewRepository repository;
  private final InterviewService interviews;
  private final StageService stages;

  InterviewSection(
      InterviewArchive archive,
      InterviewRepository repository,
      InterviewService interviews,
      StageService stages) {
    this.archive = archive;
    this.repository = repository;
    this.interviews = interviews;
    this.stages = stages;
  }

  @Override
  public String name() {
    return "interviews";
  }

  @Override
  public void write(StatelessSession session, JsonGenerator out) throws IOException {
    try (var rows = archive.read(session)) {
      for (var each = rows.iterator(); each.hasNext(); ) {
        write(out, each.next());
      }
    }
  }

  private static void write(JsonGenerator out, InterviewArchive.Row row) throws IOException {
    InterviewDetails details = row.interview().details();
    out.writeStartObject();
    out.writeStringField("company", details.company());
    out.writeStringField("position", details.position());
    if (row.guideSlug() != null) {
      writeReference(out, "guide", GuideService.id(details.guide()), row.guideSlug());
    }
    if (row.planCreatedAt() != null) {
      out.writeObjectFieldStart("plan");
      out.writeStringField("createdAt", row.planCreatedAt().toString());
      out.writeEndObject();
    }
    if (details.scheduledAt() != null) {
      out.writeStringField("scheduledAt", details.scheduledAt().toString());
    }
    writeText(out, "timeZone", details.timeZone());
    writeText(out, "location", details.location());
    writeText(out, "notes", details.notes());
    out.writeNumberField("version", row.interview().version());
    out.writeStringField("createdAt", row.interview().createdAt().toString());
    out.writeStringField("updatedAt", row.interview().changedAt().toString());
    out.writeArrayFieldStart("history");
    for (InterviewArchive.Change change : row.history()) {
      out.writeStartObject();
      out.writeStringField("stage", change.stage());
      out.writeStringField("enteredAt", change.enteredAt().toString());
      out.writeEndObject();
    }
    out.writeEndArray();
    if (row.debrief() != null) {
      write(out, row.debrief());
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, DebriefRepository.Saved saved) throws IOException {
    out.writeObjectFieldStart("debrief");
    out.writeStringField("savedAt", saved.savedAt().toString());
    writeText(out, "notes", saved.debrief().notes());
    out.writeArrayFieldStart("askedQuestions");
    for (StoredDebrief.Asked asked : saved.debrief().asked()) {
      out.writeStartObject();
      writeQuestion(out, asked.question(), asked.slug());
      writeText(out, "text", asked.text());
      out.writeNumberField("rating", asked.rating());
      writeText(out, "notes", asked.notes());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("gaps");
    for (StoredDebrief.Gap gap : saved.debrief().gaps()) {
      out.writeStartObject();
      writeQuestion(out, gap.question(), gap.slug());
      writeText(out, "criterion", gap.criterion());
      writeText(out, "note", gap.note());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeQuestion(JsonGenerator out, UUID key, String slug) throws IOException {
    if (key != null) {
      writeReference(out, "question", QuestionService.id(key), slug);
    }
  }

  private static void writeReference(JsonGenerator out, String name, String id, String slug)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeStringField("id", id);
    out.writeStringField("slug", slug);
    out.writeEndObject();
  }

  private static void writeText(JsonGenerator out, String name, String text) throws IOException {
    if (text != null) {
      out.writeStringField(name, text);
    }
  }

  @Override
  public ImportReport read(StatelessSession session, JsonNode entries) {
    record Identity(String company, String position, Instant createdAt) {}
    for (int i = 0; i < entries.size(); i++) {
      check(entries.get(i), i);
    }
    int imported = 0;
    List<SkippedEntry> skipped = new ArrayList<>();
    Set<Identity> taken = new HashSet<>();
    for (int from = 0; from < entries.size(); from += BATCH) {
      ArrayNode given = JsonNodeFactory.instance.arrayNode();
      for (InterviewArchive.Place place : archive.places(session, wanted(entries, from))) {
        JsonNode entry = entries.get(place.at());
        InterviewDetails details = details(entry);
        if (place.exists()
            || !taken.add(
                new Identity(details.company(), details.position(), time(entry, "createdAt")))) {
          skipped.add(new SkippedEntry(path(place.at()), SkipReason.EXISTS));
        } else {
          given.add(stored(entry, details, place));
        }
      }
      nameStages(session, given);
      archive.write(session, given);
      imported += given.size();
    }
    if (imported > 0) {
      interviews.checkLimit(repository.count(session));
    }
    return new ImportReport(imported, skipped);
  }

  private static ArrayNode wanted(JsonNode entries, int from) {
    ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
    for (int i = from; i < Math.min(entries.size(), from + BATCH); i++) {
      JsonNode entry = entries.get(i);
      ObjectNode place = wanted.addObject().put("at", i);
      place.set("company", entry.get("company"));
      place.set("position", entry.get("position"));
      place.set("createdAt", entry.get("createdAt"));
      JsonNode guide = entry.path("guide");
      place.put("guideSlug", guide.path("slug").textValue());
      GuideService.key(guide.path("id").asText(""))
          .ifPresent(key -> place.put("guideId", key.toString()));
      place.set("planCreatedAt", entry.at("/plan/createdAt"));
    }
    return wanted;
  }

  /** Adds the stages that are missing, and calls all as the user does. */
  private void nameStages(StatelessSession session, ArrayNode given) {
    Set<String> names = new LinkedHashSet<>();
    given.forEach(entry -> entry.get("history").forEach(c -> names.add(c.get("stage").asText())));
    Map<String, String> known =
        stages.addMissing(
            session, names.stream().map(name -> new StageRepository.New(name, false)).toList());
    for (JsonNode entry : given) {
      for (JsonNode change : entry.get("history")) {
        String key = Text.nameKey(change.get("stage").asText());
        ((ObjectNode) change).put("stage", known.get(key));
      }
    }
  }

  private static ObjectNode stored(
      JsonNode entry, InterviewDetails details, InterviewArchive.Place place) {
    ObjectNode stored = entry.deepCopy();
    stored.put("id", place.id().toString());
    stored.put("guide", place.guide() == null ? null : place.guide().toString());
    stored.put("plan", place.plan() == null ? null : place.plan().toString());
    if (details.scheduledAt() != null) {
      stored.put("scheduledOn", details.scheduledOn().toString());
    }
    for (String list : List.of("askedQuestions", "gaps")) {
      for (JsonNode each : stored.path("debrief").path(list)) {
        if (each.get("question") instanceof ObjectNode question) {
          String key =
              QuestionService.key(question.path("id").asText("")).map(UUID::toString).orElse(null);
          question.put("id", key);
        }
      }
    }
    return stored;
  }

  private static InterviewDetails details(JsonNode entry) {
    return new InterviewDetails(
        entry.get("company").textValue(),
        entry.get("position").textValue(),
        null,
        null,
        time(entry, "scheduledAt"),
        entry.path("timeZone").textValue(),
        entry.path("location").textValue(),
        entry.path("notes").textValue());
  }

  /** What the schema cannot say. */
  private void check(JsonNode entry, int at) {
    try {
      time(entry, "createdAt");
      time(entry, "updatedAt");
      time(entry.path("plan"), "createdAt");
      entry.get("history").forEach(change -> time(change, "enteredAt"));
      time(entry.path("debrief"), "savedAt");
      List<UserError> errors = details(entry).errors(name());
      if (!errors.isEmpty()) {
        throw refused(at, errors.get(0).message());
      }
    } catch (DateTimeException e) {
      throw refused(at, "a time is not one");
    }
    for (JsonNode change : entry.get("history")) {
      if (Text.isBlank(change.get("stage").asText())) {
        throw refused(at, "stage must not be blank");
      }
    }
    for (JsonNode asked : entry.path("debrief").path("askedQuestions")) {
      if (asked.has("text") ? Text.isBlank(asked.get("text").asText()) : !asked.has("question")) {
        throw refused(at, "a question that was asked has no wording");
      }
    }
  }

  private static Instant time(JsonNode entry, String name) {
    return entry.has(name) ? Instant.parse(entry.get(name).textValue()) : null;
  }

  private String path(int at) {
    return "/" + name() + "/" + at;
  }

  private UserErrorException refused(int at, String message) {
    return new UserErrorException(
        UserErrorCode.INVALID, path(at) + ": " + message, "input", "data");
  }
}
