package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.common.AuditLog;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Writes everything that is stored about a user as one JSON document, with an entry per line. */
@ApplicationScoped
class AccountExport {

  @RegisterForReflection
  record Owner(String id, String issuer, String subject, Instant createdAt, String[] clients) {}

  private static final String OWNER =
      """
      select cast(:id as String), issuer, subject, createdAt,
        (select array_agg(c.clientId) within group (order by c.clientId) from AccountClientEntity c)
      from AccountEntity
      """;

  private final AccountTransactions transactions;
  private final Session session;
  private final Sections sections;
  private final SectionStatements statements;
  private final AuditLog audit;

  AccountExport(
      AccountTransactions transactions,
      Session session,
      Sections sections,
      SectionStatements statements,
      AuditLog audit) {
    this.transactions = transactions;
    this.session = session;
    this.sections = sections;
    this.statements = statements;
    this.audit = audit;
  }

  /** Writes the export of the current user, read from one snapshot of the database. */
  Void write(OutputStream out) {
    return transactions.snapshot(
        () -> {
          audit.record(AuditLog.Event.EXPORT, transactions.account().id());
          try (JsonGenerator generator = TransferJson.MAPPER.createGenerator(out)) {
            // What fails in between must not look like a whole document.
            write(generator.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return null;
        });
  }

  private void write(JsonGenerator out) throws IOException {
    out.setPrettyPrinter(
        new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE));
    out.writeStartObject();
    out.writeStringField("format", Sections.FORMAT);
    out.writeNumberField("version", Sections.VERSION);
    out.writeStringField("exportedAt", transactions.account().now().toString());
    out.writePOJOField("account", owner());
    for (Section<?> section : sections.ordered()) {
      out.writeArrayFieldStart(section.name());
      try (Stream<String> entries = statements.entries(section.name())) {
        for (Iterator<String> each = entries.iterator(); each.hasNext(); ) {
          write(each.next(), out);
        }
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private Owner owner() {
    return session
        .createSelectionQuery(OWNER, Owner.class)
        .setParameter("id", transactions.account().nodeId())
        .getSingleResult();
  }

  private static void write(String text, JsonGenerator out) throws IOException {
    if (text.startsWith(",")) {
      out.writeRaw(text);
    } else {
      out.writeRawValue(text);
    }
  }
}
