package dev.prepgraph.execution.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.InvalidDocumentException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads manifests of documents in the formats of Apollo ({@code apollo-persisted-query-manifest})
 * and of Relay (an object of documents by id). Every mistake is a {@link ConfigurationException}.
 */
final class ManifestReader {

  private static final String APOLLO = "apollo-persisted-query-manifest";

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private final Consumer<String> check;

  /**
   * @param check parses and validates a document; throws {@link InvalidDocumentException} or {@link
   *     RequestException}
   */
  ManifestReader(Consumer<String> check) {
    this.check = check;
  }

  /** The documents of all files by id; files may share ids of equal documents. */
  Map<String, String> read(List<Path> files) {
    Map<String, String> documents = new HashMap<>();
    for (Path file : files) {
      read(file)
          .forEach(
              (id, text) -> {
                String other = documents.putIfAbsent(id, text);
                if (other != null && !other.equals(text)) {
                  throw mistake(file, id, "another manifest has a different document of this id");
                }
              });
    }
    return Map.copyOf(documents);
  }

  private Map<String, String> read(Path file) {
    JsonNode root = json(file);
    Map<String, String> documents = new HashMap<>();
    if (root.path("format").isTextual() && root.path("operations").isContainerNode()) {
      addOperations(file, root, documents);
    } else if (root.isObject()) {
      root.properties()
          .forEach(entry -> add(file, documents, entry.getKey(), entry.getValue(), ""));
    } else {
      throw mistake(file, "expected a JSON object");
    }
    return documents;
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw mistake(file, "line " + line + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw mistake(file, "cannot be read: " + e);
    }
  }

  private void addOperations(Path file, JsonNode root, Map<String, String> documents) {
    if (!APOLLO.equals(root.path("format").asText()) || root.path("version").asInt() != 1) {
      throw mistake(file, "expected the format " + APOLLO + ", version 1");
    }
    for (JsonNode operation : root.path("operations")) {
      String id = operation.path("id").asText();
      String name = operation.path("name").asText();
      add(file, documents, id, operation.path("body"), name.isEmpty() ? "" : " (" + name + ")");
    }
  }

  private void add(
      Path file, Map<String, String> documents, String id, JsonNode body, String name) {
    String place = id + name;
    if (id.isEmpty()) {
      throw mistake(file, "a document has no id" + name);
    }
    if (!body.isTextual()) {
      throw mistake(file, place, "expected the text of a document");
    }
    try {
      check.accept(body.textValue());
    } catch (InvalidDocumentException e) {
      throw mistake(file, place, e.errors().get(0).message());
    } catch (RequestException e) {
      throw mistake(file, place, e.getMessage());
    }
    if (documents.put(id, body.textValue()) != null) {
      throw mistake(file, place, "the id is not unique");
    }
  }

  private static ConfigurationException mistake(Path file, String id, String message) {
    return mistake(file, "document " + id + ": " + message);
  }

  private static ConfigurationException mistake(Path file, String message) {
    return new ConfigurationException("prepgraph.documents.manifest: " + file + ": " + message);
  }
}
