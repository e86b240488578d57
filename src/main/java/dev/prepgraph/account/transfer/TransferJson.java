package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.prepgraph.common.ClientTime;
import dev.prepgraph.common.Text;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** How the entries of an export are bound to JSON: strictly, with one rule for times. */
public final class TransferJson {

  /** Twice the longest text: characters outside of the BMP count twice in Java. */
  private static final int MAX_STRING = 40_000;

  private static final String NOW = "now";

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(MAX_STRING)
                          .maxNameLength(100)
                          .maxNumberLength(20)
                          .maxNestingDepth(20)
                          .build())
                  .build())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new PastTime())
                  .addDeserializer(LocalDate.class, new Day()))
          .build();

  private TransferJson() {}

  /** Prints rows for a statement that takes JSON. */
  public static String print(Object rows) {
    try {
      return MAPPER.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads JSON that a query answered. */
  public static <T> T parse(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Binds an entry that conforms to the schema.
   *
   * @param path where it stands in the export
   * @param now what times in the future become
   */
  static <E> E bind(JsonNode entry, Class<E> type, String path, Instant now) {
    try {
      return MAPPER.readerFor(type).withAttribute(NOW, now).readValue(entry);
    } catch (JsonMappingException e) {
      String within =
          e.getPath().stream()
              .map(r -> r.getFieldName() == null ? "" + r.getIndex() : r.getFieldName())
              .collect(Collectors.joining("/"));
      throw TransferErrors.invalid(path, within + " " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant time(JsonParser parser) throws IOException {
    try {
      // What the database keeps, so that equal times stay equal and the order stays the same.
      Instant time =
          OffsetDateTime.parse(parser.getText()).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (!time.isBefore(ClientTime.EARLIEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // rejected below
    }
    throw notATime(parser);
  }

  private static JsonMappingException notATime(JsonParser parser) {
    return JsonMappingException.from(
        parser,
        "must be an ISO-8601 timestamp of the years 2000 to 2099, for example 2027-03-01T10:00:00Z");
  }

  private static final class PastTime extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Instant time = time(parser);
      return context.getAttribute(NOW) instanceof Instant now && time.isAfter(now) ? now : time;
    }
  }

  /** Reads a time that may lie in the future, which other times may not. */
  public static final class AnyTime extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Instant time = time(parser);
      if (!ClientTime.isPlausible(time)) {
        throw notATime(parser);
      }
      return time;
    }
  }

  private static final class Day extends JsonDeserializer<LocalDate> {
    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        LocalDate day = LocalDate.parse(parser.getText());
        if (day.getYear() > 0) { // the database has no year 0
          return day;
        }
      } catch (DateTimeException e) {
        // rejected below
      }
      throw JsonMappingException.from(parser, "must be a date, for example 2027-03-01");
    }
  }

  /** Reads a text that must not be blank. */
  public static final class NotBlank extends JsonDeserializer<String> {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText();
      if (Text.isBlank(text)) {
        throw JsonMappingException.from(parser, "must not be blank");
      }
      return text;
    }
  }
}
