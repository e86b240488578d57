package dev.prepgraph.account.transfer;

import dev.prepgraph.account.schema.SkippedEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The result of an import, which is stored under its idempotency key.
 *
 * @param imported how many entries were added to the account
 */
@RegisterForReflection
record ImportReport(int imported, List<SkippedEntry> skipped) {}
