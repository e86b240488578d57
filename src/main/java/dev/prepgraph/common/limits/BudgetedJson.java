package dev.prepgraph.common.limits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.common.json.ColumnReader;
import dev.prepgraph.common.lazy.Lazy;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/**
 * Maps JSON columns, from the bytes that the database sent, and charges them to the memory budget
 * of the request. The mapper is looked up at the first read, not at boot.
 */
@JsonFormat
@PersistenceUnitExtension
@Singleton
class BudgetedJson extends AbstractJsonFormatMapper {

  private final Instance<ObjectMapper> mapper;
  private final Lazy<ColumnReader> columns;

  BudgetedJson(Instance<ObjectMapper> mapper) {
    this.mapper = mapper;
    this.columns = new Lazy<>(() -> new ColumnReader(mapper.get()));
  }

  /** Parses the UTF-8 text of a column; parts that are parsed later are charged as well. */
  @SuppressWarnings("unchecked") // the column's type
  <T> T parse(byte[] json, Type type) {
    MemoryBudget.charge(BudgetedText.OVERHEAD + 2L * json.length);
    try {
      return (T) columns.get().read(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("A JSON column does not match " + type.getTypeName(), e);
    }
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
