package dev.prepgraph.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.graphql.UserErrorCode;
import dev.prepgraph.graphql.UserErrorException;
import dev.prepgraph.viewer.AccountSection;
import dev.prepgraph.viewer.ImportReport;
import dev.prepgraph.viewer.SkipReason;
import dev.prepgraph.viewer.SkippedEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Saved answers with their history, in the export of an account. */
@ApplicationScoped
class AnswerSection implements AccountSection {

  /** How many answers are taken back with one statement. */
  private static final int BATCH = 100;

  private final AnswerArchive archive;
  private final AnswerConfig config;

  AnswerSection(AnswerArchive archive, AnswerConfig config) {
    this.archive = archive;
    this.config = config;
  }

  @Override
  public String name() {
    return "savedAnswers";
  }

  @Override
  public void write(StatelessSession session, JsonGenerator out) throws IOException {
    UUID open = null;
    try (var revisions = archive.read(session)) {
      for (var rows = revisions.iterator(); rows.hasNext(); ) {
        AnswerArchive.Row row = rows.next();
        if (!row.answer().equals(open)) {
          if (open != null) {
            close(out);
          }
          open(out, row);
          open = row.answer();
        }
        write(out, row);
      }
    }
    if (open != null) {
      close(out);
    }
  }

  private static void open(JsonGenerator out, AnswerArchive.Row row) throws IOException {
    out.writeStartObject();
    out.writeObjectFieldStart("question");
    out.writeStringField("id", QuestionService.id(row.question()));
    out.writeStringField("slug", row.slug());
    out.writeEndObject();
    out.writeStringField("createdAt", row.createdAt().toString());
    out.writeArrayFieldStart("revisions");
  }

  private static void close(JsonGenerator out) throws IOException {
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, AnswerArchive.Row row) throws IOException {
    AnswerText text = row.content().text();
    out.writeStartObject();
    out.writeNumberField("version", row.version());
    out.writeNumberField("questionRevision", row.content().questionRevision());
    out.writeStringField("status", row.content().status().name());
    out.writeStringField("savedAt", row.savedAt().toString());
    if (text.star() == null) {
      out.writeStringField("body", text.body());
    } else {
      out.writeObjectFieldStart("star");
      writePart(out, "situation", text.star().situation());
      writePart(out, "task", text.star().task());
      writePart(out, "action", text.star().action());
      writePart(out, "result", text.star().result());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void writePart(JsonGenerator out, String name, String part) throws IOException {
    if (part != null) {
      out.writeStringField(name, part);
    }
  }

  @Override
  public ImportReport read(StatelessSession session, JsonNode entries) {
    int imported = 0;
    List<SkippedEntry> skipped = new ArrayList<>();
    Set<UUID> taken = new HashSet<>();
    for (int from = 0; from < entries.size(); from += BATCH) {
      ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
      for (int i = from; i < Math.min(entries.size(), from + BATCH); i++) {
        check(entries.get(i), i);
        JsonNode question = entries.get(i).get("question");
        ObjectNode key = wanted.addObject().put("at", i).put("slug", question.get("slug").asText());
        QuestionService.key(question.path("id").asText(""))
            .ifPresent(id -> key.put("id", id.toString()));
      }
      ArrayNode given = JsonNodeFactory.instance.arrayNode();
      for (AnswerArchive.Place place : archive.places(session, wanted)) {
        boolean known = place.question() != null;
        if (known && !place.answered() && taken.add(place.question())) {
          JsonNode entry = entries.get(place.at());
          ObjectNode answer = given.addObject();
          answer.put("question", place.question().toString()).put("newest", place.revision());
          answer.set("createdAt", entry.get("createdAt"));
          answer.set("revisions", entry.get("revisions"));
        } else {
          skipped.add(
              new SkippedEntry(path(place.at()), known ? SkipReason.EXISTS : SkipReason.UNKNOWN));
        }
      }
      archive.write(session, given);
      imported += given.size();
    }
    if (imported > 0 && archive.count(session) > config.perUser()) {
      throw AnswerService.tooMany(config.perUser());
    }
    return new ImportReport(imported, skipped);
  }

  /** What the schema cannot say. */
  private void check(JsonNode entry, int at) {
    time(entry.get("createdAt"), at);
    int last = 0;
    for (JsonNode revision : entry.get("revisions")) {
      time(revision.get("savedAt"), at);
      if (!revision.get("version").isInt() || !revision.get("questionRevision").isInt()) {
        throw refused(at, "a whole number is not written as one");
      }
      int version = revision.get("version").asInt();
      if (version <= last) {
        throw refused(at, "the versions of an answer must grow");
      }
      last = version;
      JsonNode star = revision.path("star");
      AnswerText text =
          AnswerText.of(
              revision.path("body").textValue(),
              star.path("situation").textValue(),
              star.path("task").textValue(),
              star.path("action").textValue(),
              star.path("result").textValue());
      if (text.isBlank() && revision.get("status").asText().equals("READY")) {
        throw refused(at, "a blank answer is not READY");
      }
    }
  }

  private void time(JsonNode time, int at) {
    try {
      if (!Instant.parse(time.asText()).isBefore(Instant.EPOCH)) {
        return;
      }
    } catch (DateTimeException e) {
      // As wrong as one before there were computers, let alone answers.
    }
    throw refused(at, "a time is not one");
  }

  private String path(int at) {
    return "/" + name() + "/" + at;
  }

  private UserErrorException refused(int at, String message) {
    return new UserErrorException(
        UserErrorCode.INVALID, path(at) + ": " + message, "input", "data");
  }
}
