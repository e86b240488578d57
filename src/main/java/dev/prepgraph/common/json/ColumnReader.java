package dev.prepgraph.common.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.prepgraph.common.lazy.LazyList;
import dev.prepgraph.common.lazy.LazyMap;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Binds JSON columns to records with the results of Jackson, which also reads all values of types
 * or forms that are not known here; maps, and lists of {@link ParsedOnUse}, are parsed late.
 */
public final class ColumnReader {

  private record Time(String text, Object instant) {}

  private final ObjectMapper jackson;
  private final Map<Type, ValueReader> readers = new ConcurrentHashMap<>();

  public ColumnReader(ObjectMapper jackson) {
    this.jackson = jackson;
  }

  /** Reads the UTF-8 text of a column; the syntax of all of it is checked. */
  public Object read(byte[] text, Type type) throws IOException {
    ValueReader known = readers.get(type);
    return read(text, known == null ? readers.computeIfAbsent(type, this::readerOf) : known);
  }

  Object read(byte[] text, ValueReader reader) throws IOException {
    try (JsonParser parser = jackson.createParser(text)) {
      parser.nextToken();
      return reader.read(new JsonText(text, parser));
    }
  }

  private ValueReader readerOf(Type type) {
    ValueReader otherwise = byJackson(type);
    if (type == String.class) {
      return json ->
          is(json, JsonToken.VALUE_STRING) ? json.parser().getText() : otherwise.read(json);
    } else if (type == int.class || type == Integer.class) {
      return json ->
          is(json, JsonToken.VALUE_NUMBER_INT) ? json.parser().getIntValue() : otherwise.read(json);
    } else if (type == Instant.class) {
      return instantReader(otherwise);
    } else if (type instanceof Class<?> raw && raw.isEnum()) {
      return enumReader(raw, otherwise);
    } else if (type instanceof Class<?> raw && raw.isRecord()) {
      return new RecordReader(raw, this::readerOf, otherwise);
    } else if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return listReader(arguments[0], otherwise);
      } else if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        return mapReader(arguments[1], otherwise);
      }
    }
    return otherwise;
  }

  private ValueReader byJackson(Type type) {
    ObjectReader reader = jackson.readerFor(jackson.constructType(type));
    return json -> reader.readValue(json.parser());
  }

  private static boolean is(JsonText json, JsonToken token) {
    return json.parser().hasToken(token);
  }

  /** Remembers the last time: a publication gives all that it changes the same. */
  private static ValueReader instantReader(ValueReader otherwise) {
    AtomicReference<Time> last = new AtomicReference<>(new Time(null, null));
    return json -> {
      if (!is(json, JsonToken.VALUE_STRING)) {
        return otherwise.read(json);
      }
      String text = json.parser().getText();
      Time known = last.get();
      if (!text.equals(known.text())) {
        known = new Time(text, otherwise.read(json));
        last.set(known);
      }
      return known.instant();
    };
  }

  private static ValueReader enumReader(Class<?> type, ValueReader otherwise) {
    Map<String, Object> constants =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), c -> c));
    return json -> {
      Object constant =
          is(json, JsonToken.VALUE_STRING) ? constants.get(json.parser().getText()) : null;
      return constant == null ? otherwise.read(json) : constant;
    };
  }

  private ValueReader listReader(Type element, ValueReader otherwise) {
    ValueReader reader = readerOf(element);
    ValueReader eager =
        json -> {
          List<Object> list = new ArrayList<>();
          while (json.parser().nextToken() != JsonToken.END_ARRAY) {
            list.add(reader.read(json));
          }
          return list;
        };
    boolean lazy = element instanceof Class<?> raw && raw.isAnnotationPresent(ParsedOnUse.class);
    return json ->
        !is(json, JsonToken.START_ARRAY)
            ? otherwise.read(json)
            : lazy ? new LazyList<>(new JsonPart<>(this, eager, json.skip())) : eager.read(json);
  }

  private ValueReader mapReader(Type value, ValueReader otherwise) {
    ValueReader entries = entriesReader(value, otherwise);
    return json ->
        is(json, JsonToken.START_OBJECT)
            ? new LazyMap<>(new JsonPart<>(this, entries, json.skip()))
            : otherwise.read(json);
  }

  /** A map in a map is parsed with it: twice as many parsers would cost more than they save. */
  private ValueReader entriesReader(Type value, ValueReader otherwise) {
    ValueReader reader =
        value instanceof ParameterizedType map && map.getRawType() == Map.class
            ? entriesReader(map.getActualTypeArguments()[1], byJackson(map))
            : readerOf(value);
    return json -> {
      if (!is(json, JsonToken.START_OBJECT)) {
        return otherwise.read(json);
      }
      Map<String, Object> map = new LinkedHashMap<>();
      for (String name = json.parser().nextFieldName();
          name != null;
          name = json.parser().nextFieldName()) {
        json.parser().nextToken();
        map.put(name, reader.read(json));
      }
      return map;
    };
  }
}
