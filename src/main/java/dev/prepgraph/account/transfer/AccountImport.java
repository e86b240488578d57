package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.account.schema.ImportMyDataPayload;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.JsonSchema;
import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.Sql;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/**
 * Imports an export into the account of the user who is logged in: everything, or nothing when
 * anything in it is wrong. Only a batch of entries is in memory at a time.
 */
@ApplicationScoped
class AccountImport {

  /** The bytes of an export, which are read several times. */
  interface Source {
    InputStream from(long offset);
  }

  private static final int ENOUGH_ERRORS = 100;
  private static final int BATCH = 100;
  private static final long BATCH_BYTES = 1L << 20;

  private final AccountTransactions transactions;
  private final Sections sections;
  private final IdempotencyKeys keys;
  private final AuditLog audit;

  AccountImport(
      AccountTransactions transactions, Sections sections, IdempotencyKeys keys, AuditLog audit) {
    this.transactions = transactions;
    this.sections = sections;
    this.keys = keys;
    this.audit = audit;
  }

  /**
   * Imports an export.
   *
   * @param data JSON text in UTF-8
   * @param idempotencyKey identifies a repeated call, or null
   */
  ImportMyDataPayload run(Source data, String idempotencyKey) {
    transactions.requireCaller();
    return Payload.of(
        () -> {
          ExportIndex index = index(data);
          Map<String, String> input = Map.of("sha256", digest(data));
          Account[] importer = new Account[1];
          String result =
              transactions.write(
                  (session, account) ->
                      keys.once(
                          idempotencyKey,
                          "importMyData",
                          input,
                          () -> {
                            importer[0] = account;
                            return TransferJson.print(restore(session, account, index, data));
                          }));
          if (importer[0] != null) {
            audit.record(AuditLog.Event.IMPORT, importer[0].id());
          }
          ImportReport report = TransferJson.parse(result, ImportReport.class);
          return new ImportMyDataPayload(report.imported(), report.skipped(), List.of());
        },
        errors -> new ImportMyDataPayload(0, List.of(), errors));
  }

  private ExportIndex index(Source data) {
    List<String> names = sections.ordered().stream().<String>map(Section::name).toList();
    try (InputStream in = data.from(0)) {
      ExportIndex index = ExportIndex.of(in, names);
      check(sections.schema(), index.head(), "");
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Source data) {
    var digest = Sha256.begin();
    try (var in = new DigestInputStream(data.from(0), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private ImportReport restore(
      StatelessSession session, Account account, ExportIndex index, Source data) {
    ImportReport report = ImportReport.NONE;
    for (Section<?> section : sections.ordered()) {
      Long offset = index.sections().get(section.name());
      if (offset != null) {
        try (JsonParser parser = TransferJson.MAPPER.createParser(data.from(offset))) {
          report = report.and(restore(session, section, parser, account.now()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return report;
  }

  private <E> ImportReport restore(
      StatelessSession session, Section<E> section, JsonParser parser, Instant now)
      throws IOException {
    JsonSchema schema = sections.schema().items(section.name());
    ImportReport report = ImportReport.NONE;
    Batch<E> batch = new Batch<>();
    long begun = 0;
    parser.nextToken();
    for (int at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
      String path = "/" + section.name() + "/" + at;
      JsonNode entry = TransferJson.MAPPER.readTree(parser);
      check(schema, entry, path);
      batch.add(path, TransferJson.bind(entry, section.type(), path, now));
      long read = parser.currentLocation().getByteOffset();
      if (batch.size() == BATCH || read - begun > BATCH_BYTES) {
        section.restore(session, batch);
        report = report.and(batch.report());
        batch = new Batch<>();
        begun = read;
      }
    }
    if (batch.size() > 0) {
      section.restore(session, batch);
      report = report.and(batch.report());
    }
    if (report.imported() > 0) {
      section.limits().forEach(limit -> check(session, limit));
    }
    return report;
  }

  private static void check(StatelessSession session, Section.Limit limit) {
    Number count = (Number) Sql.row(session, limit.count(), Map.of())[0];
    if (count.longValue() > limit.most()) {
      throw new UserErrorException(UserErrorCode.LIMIT_REACHED, limit.message());
    }
  }

  private static void check(JsonSchema schema, JsonNode document, String path) {
    List<UserError> errors =
        schema.check(document).stream()
            .limit(ENOUGH_ERRORS)
            .map(mistake -> TransferErrors.error(path + mistake.path(), mistake.message()))
            .toList();
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
  }
}
