package dev.prepgraph.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * SHA-256 digests for keys and fingerprints, equal exactly for equal JSON: keys are sorted, text is
 * quoted, numbers keep their type. Null components of records are absent; null values of maps are
 * not.
 */
public final class CanonicalJson {

  /** Twice the depth that Jackson reads, because callers nest what it read. */
  private static final int MAX_DEPTH = 2_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  // The number infinity differs from the text "Infinity".
                  .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                  // UTF-8 encodes all unpaired surrogates alike.
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .build())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private CanonicalJson() {}

  /** Digests JSON types, records and times. */
  public static byte[] digest(Object value) {
    try {
      return Sha256.begin().digest(MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A record or a map as a JSON object. */
  public static ObjectNode object(Object value) {
    return MAPPER.valueToTree(value);
  }
}
