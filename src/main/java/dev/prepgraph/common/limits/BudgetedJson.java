package dev.prepgraph.common.limits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/**
 * Maps JSON columns by Jackson, and charges them to the memory budget of the request. The mapper is
 * looked up at the first read, not at boot.
 */
@JsonFormat
@PersistenceUnitExtension
@Singleton
class BudgetedJson extends AbstractJsonFormatMapper {

  private final Instance<ObjectMapper> mapper;

  BudgetedJson(Instance<ObjectMapper> mapper) {
    this.mapper = mapper;
  }

  @Override
  protected <T> T fromString(CharSequence json, Type type) {
    MemoryBudget.charge(BudgetedText.OVERHEAD + 2L * json.length());
    try {
      ObjectMapper jackson = mapper.get();
      return jackson.readValue(json.toString(), jackson.constructType(type));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("A JSON column does not match " + type.getTypeName(), e);
    }
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
