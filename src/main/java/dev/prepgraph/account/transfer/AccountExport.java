package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Writes everything that is stored about a user as one JSON document. */
@ApplicationScoped
class AccountExport {

  @RegisterForReflection
  record Owner(String id, String issuer, String subject, Instant createdAt) {}

  private final AccountTransactions transactions;
  private final Sections sections;
  private final AuditLog audit;

  AccountExport(AccountTransactions transactions, Sections sections, AuditLog audit) {
    this.transactions = transactions;
    this.sections = sections;
    this.audit = audit;
  }

  /** Writes the export of the user who is logged in, out of one snapshot of the database. */
  Void write(OutputStream out) {
    return transactions.snapshot(
        (session, account) -> {
          audit.record(AuditLog.Event.EXPORT, account.id());
          try (JsonGenerator generator = TransferJson.MAPPER.createGenerator(out)) {
            write(session, account, generator.setPrettyPrinter(new DefaultPrettyPrinter()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return null;
        });
  }

  private void write(StatelessSession session, Account account, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("format", Sections.FORMAT);
    out.writeNumberField("version", Sections.VERSION);
    try (Stream<Tuple> rows =
        Sql.tuples(
            session,
            "select created_at, catalogue.now() as exported_at, issuer, subject from viewer.account where id = :account",
            Map.of("account", account.id()))) {
      Tuple row = rows.findFirst().orElseThrow();
      out.writeStringField("exportedAt", row.get("exported_at", Instant.class).toString());
      out.writePOJOField(
          "account",
          new Owner(
              account.nodeId(),
              row.get("issuer", String.class),
              row.get("subject", String.class),
              row.get("created_at", Instant.class)));
    }
    for (Section<?> section : sections.ordered()) {
      out.writeArrayFieldStart(section.name());
      try (Stream<?> entries = section.entries(session)) {
        for (var each = entries.iterator(); each.hasNext(); ) {
          out.writePOJO(each.next());
        }
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }
}
