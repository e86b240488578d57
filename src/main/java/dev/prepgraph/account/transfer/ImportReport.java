package dev.prepgraph.account.transfer;

import dev.prepgraph.account.schema.SkippedEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the entries of an export that was taken back.
 *
 * @param imported how many the account has now
 * @param skipped which it has not
 */
@RegisterForReflection
public record ImportReport(int imported, List<SkippedEntry> skipped) {

  static final ImportReport NONE = new ImportReport(0, List.of());

  ImportReport and(ImportReport other) {
    List<SkippedEntry> all = new ArrayList<>(skipped);
    all.addAll(other.skipped);
    return new ImportReport(imported + other.imported, all);
  }
}
