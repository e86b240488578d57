package dev.prepgraph.viewer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.JsonSchema;
import dev.prepgraph.graphql.CleanText;
import dev.prepgraph.graphql.IdempotencyKeys;
import dev.prepgraph.graphql.Payload;
import dev.prepgraph.graphql.UserError;
import dev.prepgraph.graphql.UserErrorCode;
import dev.prepgraph.graphql.UserErrorException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hibernate.StatelessSession;

/**
 * Takes an export back, into the account of the user who is logged in: all that can be, or nothing
 * when anything in it is wrong. Only a few entries are in memory at a time.
 */
@ApplicationScoped
class AccountImport {

  private static final int ENOUGH_ERRORS = 100;
  private static final int MAX_ENTRIES = 10_000;

  /** An answer with as much history as is kept. */
  private static final long MAX_ENTRY_BYTES = 48L << 20;

  private static final int BATCH = 100;
  private static final long BATCH_BYTES = 1L << 20;

  private record Section(AccountSection feature, JsonSchema entries) {}

  private final AccountTransactions transactions;
  private final IdempotencyKeys keys;
  private final AuditLog audit;
  private final ObjectMapper json;
  private final JsonSchema schema =
      new JsonSchema("/META-INF/resources/account/export.schema.json");
  private final Set<String> properties = schema.properties();
  private final Map<String, Section> sections = new LinkedHashMap<>();

  AccountImport(
      AccountTransactions transactions,
      @All List<AccountSection> features,
      IdempotencyKeys keys,
      AuditLog audit,
      ObjectMapper json) {
    this.transactions = transactions;
    this.keys = keys;
    this.audit = audit;
    this.json = json;
    for (AccountSection feature : features) {
      sections.put(feature.name(), new Section(feature, schema.items(feature.name())));
    }
  }

  /**
   * Takes an export back.
   *
   * @param data JSON text in UTF-8
   * @param digest names the data
   * @param idempotencyKey what a repeated call is known by, or null
   */
  ImportMyDataPayload run(InputStream data, String digest, String idempotencyKey) {
    return Payload.of(
        () -> {
          Account[] importer = new Account[1];
          String result =
              transactions.write(
                  (session, account) ->
                      keys.once(
                          session,
                          idempotencyKey,
                          "importMyData",
                          Map.of("sha256", digest),
                          () -> {
                            importer[0] = account;
                            return print(read(session, data));
                          }));
          if (importer[0] != null) {
            audit.record(AuditLog.Event.IMPORT, importer[0].id());
          }
          ImportReport report = report(result);
          return new ImportMyDataPayload(report.imported(), report.skipped(), List.of());
        },
        errors -> new ImportMyDataPayload(0, List.of(), errors));
  }

  private ImportReport read(StatelessSession session, InputStream data) {
    BoundedStream bounded = new BoundedStream(data, MAX_ENTRY_BYTES);
    try (JsonParser parser =
        json.reader().with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).createParser(bounded)) {
      return read(session, parser, bounded);
    } catch (BoundedStream.TooLongException e) {
      throw refused("an entry is too large");
    } catch (JsonProcessingException e) {
      throw refused("this is not valid JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportReport read(StatelessSession session, JsonParser parser, BoundedStream bounded)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw refused("this must be of type object");
    }
    ObjectNode head = json.createObjectNode();
    ImportReport report = ImportReport.NONE;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      if (!properties.contains(key)) {
        throw refused("/: there is a key that is not known here");
      }
      bounded.allow(MAX_ENTRY_BYTES);
      boolean list = parser.nextToken() == JsonToken.START_ARRAY;
      if (list && sections.containsKey(key)) {
        report = report.and(readEntries(session, parser, bounded, sections.get(key)));
      } else {
        head.set(key, parser.readValueAsTree());
      }
    }
    if (parser.nextToken() != null) {
      throw refused("this is not valid JSON");
    }
    check(schema, head, "");
    return report;
  }

  private ImportReport readEntries(
      StatelessSession session, JsonParser parser, BoundedStream bounded, Section section)
      throws IOException {
    ImportReport report = ImportReport.NONE;
    ArrayNode batch = json.createArrayNode();
    int from = 0;
    long begun = parser.currentLocation().getByteOffset();
    boolean more = parser.nextToken() != JsonToken.END_ARRAY;
    while (more) {
      int at = from + batch.size();
      if (at == MAX_ENTRIES) {
        throw refused("/" + section.feature().name() + ": there are more than " + MAX_ENTRIES);
      }
      bounded.allow(MAX_ENTRY_BYTES);
      JsonNode entry = parser.readValueAsTree();
      check(section.entries(), entry, "/" + section.feature().name() + "/" + at);
      batch.add(entry);
      more = parser.nextToken() != JsonToken.END_ARRAY;
      long read = parser.currentLocation().getByteOffset();
      if (!more || batch.size() == BATCH || read - begun > BATCH_BYTES) {
        report = report.and(readBatch(session, section.feature(), batch, from));
        from += batch.size();
        batch = json.createArrayNode();
        begun = read;
      }
    }
    return report;
  }

  /** Features count from the first entry that they are given. */
  private static ImportReport readBatch(
      StatelessSession session, AccountSection feature, ArrayNode batch, int from) {
    Pattern path = Pattern.compile("^/" + feature.name() + "/(\\d+)");
    UnaryOperator<String> shift =
        text ->
            path.matcher(text)
                .replaceFirst(
                    m -> "/" + feature.name() + "/" + (from + Integer.parseInt(m.group(1))));
    try {
      ImportReport report = feature.read(session, batch);
      return new ImportReport(
          report.imported(),
          report.skipped().stream()
              .map(skipped -> new SkippedEntry(shift.apply(skipped.path()), skipped.reason()))
              .toList());
    } catch (UserErrorException e) {
      throw new UserErrorException(
          e.errors().stream()
              .map(
                  error -> new UserError(error.code(), shift.apply(error.message()), error.field()))
              .toList());
    }
  }

  private static void check(JsonSchema schema, JsonNode document, String path) {
    List<UserError> errors =
        schema.check(document).stream()
            .limit(ENOUGH_ERRORS)
            .map(mistake -> error(path + mistake.path() + ": " + mistake.message()))
            .toList();
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
    checkTexts(document);
  }

  private static void checkTexts(JsonNode node) {
    if (node.isTextual()) {
      CleanText.check(node.textValue());
    }
    node.forEach(AccountImport::checkTexts);
  }

  private static UserErrorException refused(String message) {
    return new UserErrorException(List.of(error(message)));
  }

  private static UserError error(String message) {
    return UserError.of(UserErrorCode.INVALID, message, "input", "data");
  }

  private String print(ImportReport report) {
    try {
      return json.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ImportReport report(String printed) {
    try {
      return json.readValue(printed, ImportReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
