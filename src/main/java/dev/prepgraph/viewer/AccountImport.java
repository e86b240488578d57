package dev.prepgraph.viewer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
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
import java.util.List;
import org.hibernate.StatelessSession;

/** Takes an export back, into the account of the user who is logged in. */
@ApplicationScoped
class AccountImport {

  private static final int ENOUGH_ERRORS = 100;

  private final AccountTransactions transactions;
  private final List<AccountSection> sections;
  private final IdempotencyKeys keys;
  private final AuditLog audit;
  private final ObjectMapper json;
  private final ObjectReader reader;
  private final JsonSchema schema =
      new JsonSchema("/META-INF/resources/account/export.schema.json");

  AccountImport(
      AccountTransactions transactions,
      @All List<AccountSection> sections,
      IdempotencyKeys keys,
      AuditLog audit,
      ObjectMapper json) {
    this.transactions = transactions;
    this.sections = sections;
    this.keys = keys;
    this.audit = audit;
    this.json = json;
    this.reader =
        json.reader()
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * Takes an export back: all that can be, or nothing when anything in it is wrong.
   *
   * @param idempotencyKey what a repeated call is known by, or null
   */
  ImportMyDataPayload run(String data, String idempotencyKey) {
    transactions.requireCaller();
    return Payload.of(
        () -> {
          JsonNode document = parse(data);
          ImportReport report =
              transactions.write(
                  (session, account) -> {
                    String result =
                        keys.once(
                            session,
                            idempotencyKey,
                            "importMyData " + data,
                            () -> print(read(session, document)));
                    audit.record(AuditLog.Event.IMPORT, account.id());
                    return report(result);
                  });
          return new ImportMyDataPayload(report.imported(), report.skipped(), List.of());
        },
        errors -> new ImportMyDataPayload(0, List.of(), errors));
  }

  private JsonNode parse(String data) {
    JsonNode document;
    try {
      document = reader.readTree(data);
    } catch (JsonProcessingException e) {
      throw new UserErrorException(
          UserErrorCode.INVALID, "The data is not valid JSON", "input", "data");
    }
    List<UserError> errors =
        schema.check(document).stream()
            .limit(ENOUGH_ERRORS)
            .map(
                mistake ->
                    UserError.of(
                        UserErrorCode.INVALID,
                        mistake.path() + ": " + mistake.message(),
                        "input",
                        "data"))
            .toList();
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
    checkTexts(document);
    return document;
  }

  private static void checkTexts(JsonNode node) {
    if (node.isTextual()) {
      CleanText.check(node.textValue());
    }
    node.forEach(AccountImport::checkTexts);
  }

  private ImportReport read(StatelessSession session, JsonNode document) {
    ImportReport report = ImportReport.NONE;
    for (AccountSection section : sections) {
      if (document.has(section.name())) {
        report = report.and(section.read(session, document.get(section.name())));
      }
    }
    return report;
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
