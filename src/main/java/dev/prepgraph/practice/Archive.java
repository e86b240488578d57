package dev.prepgraph.practice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.graphql.UserErrorCode;
import dev.prepgraph.graphql.UserErrorException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What the sections of an export share that this feature keeps. */
final class Archive {

  /** How many entries are taken back with one statement. */
  static final int BATCH = 100;

  /** The slug of question {@code p.question_id}, which {@code q} is where it is published. */
  static final String SLUG =
      """
      coalesce(q.slug, (select k.document->>'slug' from catalogue.question_revision k
        where k.question_id = p.question_id order by k.revision desc limit 1))
      """;

  /** Finds question {@code f.id}, published or not, by {@code w.id} or else by {@code w.slug}. */
  static final String FIND =
      """
       left join lateral (
        select coalesce(
          (select question_id from catalogue.question_revision where question_id = w.id limit 1),
          (select id from catalogue.question where slug = w.slug)) as id) f on true
      """;

  private static final Instant EARLIEST = Instant.EPOCH;

  private Archive() {}

  static void writeQuestion(JsonGenerator out, UUID question, String slug) throws IOException {
    out.writeObjectFieldStart("question");
    out.writeStringField("id", QuestionService.id(question));
    out.writeStringField("slug", slug);
    out.writeEndObject();
  }

  /** Puts what {@link #FIND} wants to know of a question. */
  static void putQuestion(ObjectNode wanted, JsonNode question) {
    wanted.put("slug", question.get("slug").asText());
    QuestionService.key(question.path("id").asText(""))
        .ifPresent(id -> wanted.put("id", id.toString()));
  }

  /**
   * Reads a time of an entry.
   *
   * @param path where the entry stands in the export
   * @throws UserErrorException when it is none
   */
  static Instant time(JsonNode time, String path) {
    try {
      // What the database keeps, so that the order of practices is the same here and there.
      Instant parsed = Instant.parse(time.asText()).truncatedTo(ChronoUnit.MICROS);
      if (parsed.isBefore(EARLIEST)) {
        throw refused(path, "a time lies before 1970");
      }
      return parsed;
    } catch (DateTimeException e) {
      throw refused(path, "a time is not one");
    }
  }

  static UserErrorException refused(String path, String message) {
    return new UserErrorException(UserErrorCode.INVALID, path + ": " + message, "input", "data");
  }

  static UserErrorException tooMany(String message, int most) {
    return new UserErrorException(UserErrorCode.LIMIT_REACHED, message.formatted(most));
  }
}
