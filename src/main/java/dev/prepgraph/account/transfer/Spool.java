package dev.prepgraph.account.transfer;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Temporary files of exports and imports, so that slow clients occupy neither memory nor database
 * connections. Limits their total size, and the size of one account's.
 */
@ApplicationScoped
class Spool {

  private static final OpenOptions OPTIONS =
      new OpenOptions()
          .setCreateNew(true)
          .setRead(true)
          .setWrite(true)
          .setPerms("rw-------")
          .setDeleteOnClose(true); // Linux and macOS unlink it at once: it goes with the process

  private final Vertx vertx;
  private final Path folder;
  private final long most;
  private final long mostPerAccount;
  private final Map<String, Long> used = new HashMap<>();
  private long usedByAll;

  Spool(
      Vertx vertx, TransferConfig config, @ConfigProperty(name = "java.io.tmpdir") String folder) {
    this.vertx = vertx;
    this.folder = Path.of(folder);
    this.most = config.disk().asLongValue();
    this.mostPerAccount = most / 4;
  }

  /** Opens an empty file for an account. */
  Uni<SpoolFile> open(String account) {
    String path = folder.resolve("prepgraph-" + UUID.randomUUID()).toString();
    return Uni.createFrom()
        .completionStage(() -> vertx.fileSystem().open(path, OPTIONS).toCompletionStage())
        .map(file -> new SpoolFile(this, account, file));
  }

  /** Reserves space, or rejects the request beyond a limit. */
  synchronized void reserve(String account, long bytes) {
    long ofAccount = used.getOrDefault(account, 0L) + bytes;
    if (ofAccount > mostPerAccount) {
      throw new RequestException(
          ErrorCode.RATE_LIMITED,
          "The exports and imports of an account may occupy at most "
              + (mostPerAccount >> 20)
              + " MiB at a time");
    }
    if (usedByAll + bytes > most) {
      throw new RequestException(
          ErrorCode.UNAVAILABLE, "The disk space for exports and imports is exhausted; try again");
    }
    used.put(account, ofAccount);
    usedByAll += bytes;
  }

  synchronized void release(String account, long bytes) {
    used.computeIfPresent(account, (key, held) -> held > bytes ? held - bytes : null);
    usedByAll -= bytes;
  }

  /** The size of all files in bytes. */
  synchronized long used() {
    return usedByAll;
  }
}
