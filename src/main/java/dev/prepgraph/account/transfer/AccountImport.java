package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ImportMyDataPayload;
import dev.prepgraph.account.schema.SkipReason;
import dev.prepgraph.account.schema.SkippedEntry;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.JsonSchema;
import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Imports an export into the current user's account, all or nothing, with one batch of entries in
 * memory at a time.
 */
@ApplicationScoped
class AccountImport {

  /** The bytes of an export, which are read twice. */
  interface Source {
    InputStream from(long offset);
  }

  private static final int MAX_ERRORS = 100;
  private static final int BATCH = 100;
  private static final long BATCH_BYTES = 1L << 20;
  private static final String LIMIT_REACHED = "LIMIT_REACHED";
  private static final String INVALID = "INVALID";

  private final AccountTransactions transactions;
  private final Sections sections;
  private final SectionStatements statements;
  private final IdempotencyKeys keys;
  private final AuditLog audit;

  AccountImport(
      AccountTransactions transactions,
      Sections sections,
      SectionStatements statements,
      IdempotencyKeys keys,
      AuditLog audit) {
    this.transactions = transactions;
    this.sections = sections;
    this.statements = statements;
    this.keys = keys;
    this.audit = audit;
  }

  /** Imports JSON text in UTF-8. */
  ImportMyDataPayload run(Source data, String idempotencyKey) {
    transactions.requireCaller();
    return Payload.of(
        () -> {
          MessageDigest digest = Sha256.begin();
          ExportIndex index = index(data, digest);
          Map<String, String> input = Map.of("sha256", HexFormat.of().formatHex(digest.digest()));
          AtomicReference<UUID> importer = new AtomicReference<>();
          String result =
              transactions.write(
                  () ->
                      keys.once(
                          idempotencyKey,
                          "importMyData",
                          input,
                          () -> {
                            importer.set(transactions.account().id());
                            AccountChanges.add(AccountChange.several(ViewerChangeKind.RESYNC));
                            return TransferJson.print(stored(restore(index, data)));
                          }));
          if (importer.get() != null) {
            audit.record(AuditLog.Event.IMPORT, importer.get());
          }
          ImportMyDataPayload report = TransferJson.parse(result, ImportMyDataPayload.class);
          return new ImportMyDataPayload(report.imported(), report.skipped(), List.of());
        },
        errors -> new ImportMyDataPayload(0, List.of(), errors));
  }

  /** Without the user errors, of which there are none. */
  private static Map<String, Object> stored(ImportMyDataPayload report) {
    return Map.of("imported", report.imported(), "skipped", report.skipped());
  }

  private ExportIndex index(Source data, MessageDigest digest) {
    try (InputStream in = new DigestInputStream(data.from(0), digest)) {
      ExportIndex index = ExportIndex.of(in, sections.maxLengths());
      check(sections.schema(), index.head(), "");
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportMyDataPayload restore(ExportIndex index, Source data) {
    List<SkippedEntry> skipped = new ArrayList<>();
    int imported = 0;
    for (Section<?> section : sections.ordered()) {
      Long offset = index.sections().get(section.name());
      if (offset != null) {
        try (JsonParser parser = TransferJson.MAPPER.createParser(data.from(offset))) {
          imported += restore(section, parser, skipped);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return new ImportMyDataPayload(imported, skipped, List.of());
  }

  private <E> int restore(Section<E> section, JsonParser parser, List<SkippedEntry> skipped)
      throws IOException {
    JsonSchema schema = sections.schema().items(section.name());
    Instant now = transactions.account().now();
    List<Entry<E>> batch = new ArrayList<>();
    int imported = 0;
    long offset = 0;
    parser.nextToken();
    for (int at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
      String path = "/" + section.name() + "/" + at;
      JsonNode json = TransferJson.MAPPER.readTree(parser);
      check(schema, json, path);
      batch.add(TransferJson.bind(json, section.type(), path, now));
      long bytes = parser.currentLocation().getByteOffset() - offset;
      if (batch.size() == BATCH || bytes > BATCH_BYTES) {
        imported += restore(section, batch, bytes, skipped);
        batch.clear();
        offset += bytes;
      }
    }
    return batch.isEmpty() ? imported : imported + restore(section, batch, 0, skipped);
  }

  /** Restores entries of a section; returns how many were added to the account. */
  private <E> int restore(
      Section<E> section, List<Entry<E>> batch, long bytes, List<SkippedEntry> skipped) {
    section.prepare().accept(batch);
    for (int at = 0; at < batch.size(); at++) {
      batch.get(at).row().put("at", at);
    }
    Entry<E> last = batch.get(batch.size() - 1); // the only one that can be large
    List<ObjectNode> rest =
        section.largeArray() == null || bytes <= BATCH_BYTES
            ? List.of()
            : last.split(section.largeArray(), (int) (bytes / BATCH_BYTES) + 1);
    int imported = batch.size();
    for (Tuple row : statements.restore(section, batch.stream().map(Entry::row).toList())) {
      String outcome = row.get("outcome", String.class);
      String detail = row.get("detail", String.class);
      if (outcome.equals(LIMIT_REACHED)) {
        throw new UserErrorException(UserErrorCode.LIMIT_REACHED, detail);
      }
      Entry<E> entry = batch.get(row.get("at", Integer.class));
      entry.require(!outcome.equals(INVALID), detail);
      skipped.add(new SkippedEntry(entry.path() + detail, SkipReason.valueOf(outcome)));
      if (detail.isEmpty()) {
        imported--;
        rest = entry == last ? List.of() : rest;
      }
    }
    rest.forEach(row -> statements.restore(section, List.of(row)));
    return imported;
  }

  private static void check(JsonSchema schema, JsonNode document, String path) {
    List<UserError> errors =
        schema.check(document).stream()
            .limit(MAX_ERRORS)
            .map(violation -> TransferErrors.error(path + violation.path(), violation.message()))
            .toList();
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
  }
}
