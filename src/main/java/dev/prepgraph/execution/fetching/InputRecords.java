package dev.prepgraph.execution.fetching;

import dev.prepgraph.common.CanonicalConstructor;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes records of coerced inputs, where they consist of texts, integers, booleans, enums and such
 * records. SmallRye, which makes all others, writes each input as JSON and parses that.
 */
final class InputRecords {

  /** A value that SmallRye must convert. */
  private static final class Unsupported extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unsupported() {
      super(null, null, false, false);
    }
  }

  private record Shape(Constructor<?> constructor, RecordComponent[] components) {

    static Shape of(Class<?> type) {
      return new Shape(CanonicalConstructor.of(type), type.getRecordComponents());
    }
  }

  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  private InputRecords() {}

  /**
   * The record of an input.
   *
   * @return empty when SmallRye must make it, and report what is wrong with it
   */
  static Optional<Object> of(Object input, Class<?> type) {
    if (!(input instanceof Map<?, ?> fields)) {
      return Optional.empty();
    }
    try {
      return Optional.of(record(fields, type));
    } catch (Unsupported | ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static Object record(Map<?, ?> fields, Class<?> type)
      throws ReflectiveOperationException {
    if (!type.isRecord()) {
      throw new Unsupported();
    }
    Shape shape = SHAPES.computeIfAbsent(type, Shape::of);
    Object[] values = new Object[shape.components().length];
    int given = 0;
    for (int i = 0; i < values.length; i++) {
      RecordComponent component = shape.components()[i];
      Object value = fields.get(component.getName());
      given += fields.containsKey(component.getName()) ? 1 : 0;
      values[i] = value(value, component.getType());
    }
    if (given < fields.size()) { // a field whose name is not that of its component
      throw new Unsupported();
    }
    return shape.constructor().newInstance(values);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the enum is known at run time only
  private static Object constant(Class<?> type, String name) {
    try {
      return Enum.valueOf((Class<? extends Enum>) type, name);
    } catch (IllegalArgumentException e) {
      throw new Unsupported();
    }
  }

  private static Object value(Object value, Class<?> type) throws ReflectiveOperationException {
    if (value == null) {
      if (type.isPrimitive()) {
        throw new Unsupported();
      }
      return null;
    }
    if (type.isEnum() && value instanceof String name) {
      return constant(type, name);
    }
    if (value instanceof Map<?, ?> fields) {
      return record(fields, type);
    }
    boolean plain =
        type == String.class
            || type == Integer.class
            || type == int.class
            || type == Boolean.class
            || type == boolean.class;
    if (plain && MethodType.methodType(type).wrap().returnType().isInstance(value)) {
      return value;
    }
    throw new Unsupported();
  }
}
