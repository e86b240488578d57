package dev.prepgraph.common.limits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/**
 * Maps JSON columns by Jackson, from the bytes that the database sent, and charges them to the
 * memory budget of the request. The mapper is looked up at the first read, not at boot.
 */
@JsonFormat
@PersistenceUnitExtension
@Singleton
class BudgetedJson extends AbstractJsonFormatMapper {

  private final Instance<ObjectMapper> mapper;
  private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

  BudgetedJson(Instance<ObjectMapper> mapper) {
    this.mapper = mapper;
  }

  /** Parses the UTF-8 text of a column. */
  <T> T parse(byte[] json, Type type) {
    MemoryBudget.charge(BudgetedText.OVERHEAD + 2L * json.length);
    try {
      return reader(type).readValue(json);
    } catch (IOException e) {
      throw new UncheckedIOException("A JSON column does not match " + type.getTypeName(), e);
    }
  }

  private ObjectReader reader(Type type) {
    ObjectReader known = readers.get(type);
    return known == null ? readers.computeIfAbsent(type, this::newReader) : known;
  }

  private ObjectReader newReader(Type type) {
    ObjectMapper jackson = mapper.get();
    return jackson.readerFor(jackson.constructType(type));
  }

  @Override
  protected <T> T fromString(CharSequence json, Type type) {
    return parse(json.toString().getBytes(StandardCharsets.UTF_8), type);
  }

  @Override
  protected <T> String toString(T value, Type type) {
    try {
      return mapper.get().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
