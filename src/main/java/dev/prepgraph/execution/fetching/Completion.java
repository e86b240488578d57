package dev.prepgraph.execution.fetching;

import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Completes fetched values of one type, with all that is selected of them, as graphql-java would.
 * What graphql-java answers with an error is {@link Unusual} here.
 */
abstract class Completion {

  /** A value that only graphql-java completes, so that its errors are the same everywhere. */
  static final class Unusual extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unusual() {
      super(null, null, false, false);
    }
  }

  /**
   * What completion depends on beside the value.
   *
   * @param values an argument of graphql-java's coercions, as the locale is
   * @param waiting takes the fields that load in batches
   */
  record Context(GraphQLContext values, Locale locale, List<Batches.Place> waiting) {

    static Context of(ExecutionContext execution, List<Batches.Place> waiting) {
      return new Context(execution.getGraphQLContext(), execution.getLocale(), waiting);
    }
  }

  private final boolean nullable;

  private Completion(boolean nullable) {
    this.nullable = nullable;
  }

  /**
   * Completes a value.
   *
   * @throws Exception when graphql-java must complete it
   */
  final Object of(Object value, Context context) throws Exception {
    Object completed = value == null ? null : ofPresent(value, context);
    if (completed == null && !nullable) {
      throw new Unusual();
    }
    return completed;
  }

  abstract Object ofPresent(Object value, Context context) throws Exception;

  /** Of a scalar. */
  static final class Scalar extends Completion {

    private final GraphQLScalarType type;

    Scalar(GraphQLScalarType type, boolean nullable) {
      super(nullable);
      this.type = type;
    }

    @Override
    Object ofPresent(Object value, Context context) {
      return type.getCoercing().serialize(value, context.values(), context.locale());
    }
  }

  /** Of an enum, whose names graphql-java searches for every value. */
  static final class EnumValue extends Completion {

    private final GraphQLEnumType type;
    private final Map<Enum<?>, Object> names = new ConcurrentHashMap<>();

    EnumValue(GraphQLEnumType type, boolean nullable) {
      super(nullable);
      this.type = type;
    }

    @Override
    Object ofPresent(Object value, Context context) {
      if (!(value instanceof Enum<?> constant)) {
        return type.serialize(value, context.values(), context.locale());
      }
      Object name = names.get(constant);
      if (name == null) {
        name = type.serialize(value, context.values(), context.locale());
        names.put(constant, name);
      }
      return name;
    }
  }

  /** Of a list. */
  static final class Entries extends Completion {

    private final Completion entry;

    Entries(Completion entry, boolean nullable) {
      super(nullable);
      this.entry = entry;
    }

    @Override
    Object ofPresent(Object value, Context context) throws Exception {
      if (!(value instanceof Collection<?> entries)) {
        throw new Unusual();
      }
      FieldMemory.chargeEntries(entries.size());
      Object[] completed = new Object[entries.size()];
      int i = 0;
      for (Object one : entries) {
        completed[i++] = entry.of(one, context);
      }
      return Arrays.asList(completed);
    }
  }

  /** Of an object. */
  static final class Selected extends Completion {

    private final PlainSelection selection;

    Selected(PlainSelection selection, boolean nullable) {
      super(nullable);
      this.selection = selection;
    }

    @Override
    Object ofPresent(Object value, Context context) throws Exception {
      return selection.of(value, context);
    }
  }

  /** Of an interface or a union. */
  static final class OneOf extends Completion {

    private final TypesByClass types;
    private final Map<String, PlainSelection> selections;

    OneOf(TypesByClass types, Map<String, PlainSelection> selections, boolean nullable) {
      super(nullable);
      this.types = types;
      this.selections = selections;
    }

    @Override
    Object ofPresent(Object value, Context context) throws Exception {
      PlainSelection selection = selections.get(types.of(value));
      if (selection == null) {
        throw new Unusual();
      }
      return selection.of(value, context);
    }
  }
}
