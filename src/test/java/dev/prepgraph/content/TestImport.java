package dev.prepgraph.content;

import io.quarkus.arc.Arc;
import java.nio.file.Path;

/** Imports and publishes packs in the service under test. */
public final class TestImport {

  private TestImport() {}

  public static void importPack(Path folder) {
    Arc.container().instance(Importer.class).get().run(Pack.of(folder), false, count -> {});
  }

  /** Publishes; returns the revision of the catalogue. */
  public static int publish() {
    return Arc.container().instance(Publication.class).get().run().revision();
  }
}
