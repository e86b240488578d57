package dev.prepgraph.common.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.prepgraph.common.CanonicalConstructor;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.function.Function;

/**
 * Reads objects as records of one type, whose fields are usually in the order of the components.
 * Unknown fields are skipped; the last of equal ones counts, but none may follow a complete record.
 */
final class RecordReader implements ValueReader {

  private static final int END = -1;
  private static final int UNKNOWN = -2;

  private final Constructor<?> constructor;
  private final SerializedString[] names;
  private final ValueReader[] readers;

  /** The values of absent components: null, 0 or false. */
  private final Object[] absent;

  private final ValueReader otherwise;

  /**
   * @param readers of the components' types
   * @param otherwise reads what is no object
   */
  RecordReader(Class<?> type, Function<Type, ValueReader> readers, ValueReader otherwise) {
    RecordComponent[] components = type.getRecordComponents();
    this.constructor = CanonicalConstructor.of(type);
    this.names = new SerializedString[components.length];
    this.readers = new ValueReader[components.length];
    this.absent = new Object[components.length];
    this.otherwise = otherwise;
    for (int i = 0; i < components.length; i++) {
      Class<?> component = components[i].getType();
      this.names[i] = new SerializedString(components[i].getName());
      this.readers[i] = readers.apply(components[i].getGenericType());
      this.absent[i] = component == int.class ? 0 : component == boolean.class ? false : null;
    }
  }

  @Override
  public Object read(JsonText json) throws IOException {
    JsonParser parser = json.parser();
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      return otherwise.read(json);
    }
    Object[] values = absent.clone();
    long missing = (1L << values.length) - 1;
    int expected = 0;
    for (int i = nextField(parser, 0); i != END; i = nextField(parser, expected)) {
      parser.nextToken();
      if (i == UNKNOWN) {
        parser.skipChildren();
      } else if (missing == 0) {
        throw JsonMappingException.from(parser, "A field is repeated");
      } else {
        values[i] = readers[i].read(json);
        missing &= ~(1L << i);
        expected = i + 1;
      }
    }
    return newRecord(parser, values);
  }

  /** Moves the parser to the next field, and returns the index of its component. */
  private int nextField(JsonParser parser, int expected) throws IOException {
    if (expected < names.length && parser.nextFieldName(names[expected])) {
      return expected;
    }
    String name = expected < names.length ? parser.currentName() : parser.nextFieldName();
    if (!parser.hasToken(JsonToken.FIELD_NAME)) {
      return END;
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].getValue().equals(name)) {
        return i;
      }
    }
    return UNKNOWN;
  }

  private Object newRecord(JsonParser parser, Object[] values) throws IOException {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw JsonMappingException.from(parser, "Not a valid " + constructor.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
