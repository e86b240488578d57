package dev.prepgraph.execution.fetching;

import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.schema.GraphQLType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The selections of one document that need nothing but plain fields, compiled at their first use.
 */
public final class Selections {

  /** Bounds the compiled fields of a document; fragments can multiply those that it writes. */
  private static final int MAX_FIELDS = 400;

  /** The fields of the document that select in values of a type. */
  private record Key(List<Field> fields, GraphQLType type) {}

  private final Map<Key, Optional<Completion>> compiled = new ConcurrentHashMap<>();
  private int fields;

  /** How to complete the values of a field; null where graphql-java must. */
  Completion of(MergedField field, GraphQLType type, ExecutionContext execution) {
    Key key = new Key(field.getFields(), type);
    Optional<Completion> known = compiled.get(key);
    return (known == null ? compile(key, field, execution) : known).orElse(null);
  }

  private synchronized Optional<Completion> compile(
      Key key, MergedField field, ExecutionContext execution) {
    if (fields >= MAX_FIELDS) {
      return Optional.empty();
    }
    SelectionCompiler compiler = new SelectionCompiler(execution, MAX_FIELDS - fields);
    Optional<Completion> completion = compiler.compile(field, key.type());
    fields += completion.isPresent() ? compiler.fields() : 1;
    compiled.put(key, completion);
    return completion;
  }
}
