package dev.prepgraph.execution.fetching;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The completed fields of an object in the response. As a map it would cost an entry for each field
 * and its serialization a look-up for each value.
 */
final class SelectedObject extends AbstractMap<String, Object> implements JsonSerializable {

  private final PlainSelection selection;
  private final Object[] values;

  SelectedObject(PlainSelection selection, Object[] values) {
    this.selection = selection;
    this.values = values;
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return new AbstractSet<>() {

      @Override
      public Iterator<Map.Entry<String, Object>> iterator() {
        return IntStream.range(0, values.length)
            .<Map.Entry<String, Object>>mapToObj(
                i -> new SimpleImmutableEntry<>(selection.name(i).getValue(), values[i]))
            .iterator();
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }

  @Override
  public void serialize(JsonGenerator json, SerializerProvider serializers) throws IOException {
    json.writeStartObject(this, values.length);
    for (int i = 0; i < values.length; i++) {
      json.writeFieldName(selection.name(i));
      write(values[i], json, serializers);
    }
    json.writeEndObject();
  }

  private static void write(Object value, JsonGenerator json, SerializerProvider serializers)
      throws IOException {
    if (value instanceof String text) {
      JsonStringWriter.write(text, json);
    } else if (value instanceof SelectedObject object) {
      object.serialize(json, serializers);
    } else if (value instanceof List<?> entries) {
      json.writeStartArray(entries, entries.size());
      for (Object entry : entries) {
        write(entry, json, serializers);
      }
      json.writeEndArray();
    } else {
      serializers.defaultSerializeValue(value, json);
    }
  }

  @Override
  public void serializeWithType(
      JsonGenerator json, SerializerProvider serializers, TypeSerializer types) throws IOException {
    serialize(json, serializers);
  }
}
