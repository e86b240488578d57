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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Binds the entries of an export to records: strictly, with one rule for times. */
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

  static String print(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads JSON that the service has written. */
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
   * @param path its JSON pointer
   * @param now what times in the future become
   */
  static <E> Entry<E> bind(JsonNode json, Class<E> type, String path, Instant now) {
    try {
      E value = MAPPER.readerFor(type).withAttribute(NOW, now).readValue(json);
      return new Entry<>(path, value, MAPPER.valueToTree(value));
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

  /** Reads texts of one form. */
  private static class Strict<T> extends JsonDeserializer<T> {

    private final Function<String, T> read;
    private final Predicate<T> valid;
    private final String rule;

    Strict(Function<String, T> read, Predicate<T> valid, String rule) {
      this.read = read;
      this.valid = valid;
      this.rule = rule;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      try {
        T value = read.apply(parser.getText());
        if (valid.test(value)) {
          return value;
        }
      } catch (DateTimeException e) {
        // rejected below
      }
      throw JsonMappingException.from(parser, rule);
    }
  }

  /** Reads times to the microsecond that the database stores, so that their order remains. */
  private static class Time extends Strict<Instant> {
    Time(Predicate<Instant> valid) {
      super(
          text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS),
          valid,
          "must be an ISO-8601 timestamp of the years 2000 to 2099, for example 2027-03-01T10:00:00Z");
    }
  }

  /** Reads a time that may lie in the future. */
  public static final class AnyTime extends Time {
    public AnyTime() {
      super(ClientTime::isPlausible);
    }
  }

  /** Reads all other times: those in the future become now. */
  private static final class PastTime extends Time {
    PastTime() {
      super(time -> !time.isBefore(ClientTime.EARLIEST));
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Instant time = super.deserialize(parser, context);
      return context.getAttribute(NOW) instanceof Instant now && time.isAfter(now) ? now : time;
    }
  }

  private static final class Day extends Strict<LocalDate> {
    Day() {
      // The database has no year 0.
      super(LocalDate::parse, day -> day.getYear() > 0, "must be a date, for example 2027-03-01");
    }
  }

  /** Reads a text that must not be blank. */
  public static final class NotBlank extends Strict<String> {
    public NotBlank() {
      super(text -> text, text -> !Text.isBlank(text), "must not be blank");
    }
  }
}
