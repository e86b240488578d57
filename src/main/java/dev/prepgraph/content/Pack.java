package dev.prepgraph.content;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The files of a content pack. */
final class Pack {

  static final String TAXONOMY = "taxonomy.yaml";
  static final String QUESTIONS = "questions.yaml";
  static final String GUIDES = "guides/";

  private final Path root;

  private Pack(Path root) {
    this.root = root;
  }

  /** Opens a folder, which must contain a pack. */
  static Pack of(Path folder) {
    Pack pack = new Pack(folder);
    if (!Files.isDirectory(folder.resolve("guides"))
        && !pack.has(TAXONOMY)
        && !pack.has(QUESTIONS)) {
      throw new IllegalArgumentException(
          "No content pack (taxonomy.yaml, questions.yaml, guides/) in " + folder);
    }
    return pack;
  }

  /** Opens the bundled pack during the action. */
  static void withDefault(Consumer<Pack> action) {
    try {
      if (ImageMode.current().isNativeImage()) {
        try (FileSystem image = FileSystems.newFileSystem(URI.create("resource:/"), Map.of())) {
          action.accept(new Pack(image.getPath("/content")));
        }
      } else {
        ClassPathUtils.consumeAsPaths(
            Thread.currentThread().getContextClassLoader(),
            "content/" + TAXONOMY,
            taxonomy -> action.accept(new Pack(taxonomy.getParent())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the guides' files, sorted. */
  List<String> guides() {
    Path folder = root.resolve("guides");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> GUIDES + file.getFileName())
          .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files. */
  List<String> files() {
    return Stream.concat(Stream.of(TAXONOMY, QUESTIONS).filter(this::has), guides().stream())
        .toList();
  }

  boolean has(String name) {
    return Files.isRegularFile(root.resolve(name));
  }

  /** Reads a file, at most one byte beyond its maximal size. */
  YamlFile read(String name) {
    Path file = root.resolve(name);
    try (InputStream in = Files.newInputStream(file)) {
      if (!file.toRealPath().startsWith(root.toRealPath())) {
        throw new IOException(name + " leads out of the pack");
      }
      return YamlFile.parse(name, in.readNBytes(YamlFile.MAX_BYTES + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
