package dev.prepgraph.viewer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.Sql;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** Hands a user everything that is held on them, as one JSON document. */
@ApplicationScoped
class AccountExport {

  static final String FORMAT = "prepgraph-account";
  static final int VERSION = 1;

  private final AccountTransactions transactions;
  private final List<AccountSection> sections;
  private final ObjectMapper json;
  private final AuditLog audit;

  AccountExport(
      AccountTransactions transactions,
      @All List<AccountSection> sections,
      ObjectMapper json,
      AuditLog audit) {
    this.transactions = transactions;
    this.sections = sections;
    this.json = json;
    this.audit = audit;
  }

  /**
   * Writes the export of the user who is logged in, row by row as the database gives it. When that
   * fails, what is written is no JSON: nobody must take a part for the whole.
   */
  void write(OutputStream out) {
    transactions.read(
        (session, account) -> {
          audit.record(AuditLog.Event.EXPORT, account.id());
          try {
            JsonGenerator generator =
                json.getFactory()
                    .createGenerator(out)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .useDefaultPrettyPrinter();
            write(session, account, generator);
            generator.flush();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return null;
        });
  }

  private void write(StatelessSession session, Account account, JsonGenerator out)
      throws IOException {
    Object[] row =
        Sql.row(
            session,
            "select created_at, catalogue.now(), issuer, subject from viewer.account where id = :account",
            Map.of("account", account.id()));
    out.writeStartObject();
    out.writeStringField("format", FORMAT);
    out.writeNumberField("version", VERSION);
    out.writeStringField("exportedAt", ((Instant) row[1]).toString());
    out.writeObjectFieldStart("account");
    out.writeStringField("id", ViewerService.id(account));
    out.writeStringField("issuer", (String) row[2]);
    out.writeStringField("subject", (String) row[3]);
    out.writeStringField("createdAt", ((Instant) row[0]).toString());
    out.writeEndObject();
    for (AccountSection section : sections) {
      out.writeArrayFieldStart(section.name());
      section.write(session, out);
      out.writeEndArray();
    }
    out.writeEndObject();
  }
}
