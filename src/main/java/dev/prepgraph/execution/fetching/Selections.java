package dev.prepgraph.execution.fetching;

import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the fields of one document select: compiled, if that needs nothing but plain fields, and by
 * name, each at its first use.
 */
public final class Selections {

  /** Bounds the compiled fields of a document; fragments can multiply those that it writes. */
  private static final int MAX_FIELDS = 400;

  /** The fields of the document that select in values of a type. */
  private record Key(List<Field> fields, GraphQLType type) {}

  private final Map<Key, Optional<Completion>> compiled = new ConcurrentHashMap<>();
  private final Map<List<Field>, Set<String>> names = new ConcurrentHashMap<>();
  private int fields;

  /** How to complete the values of a field; null where graphql-java must. */
  Completion of(MergedField field, GraphQLType type, ExecutionContext execution) {
    Key key = new Key(field.getFields(), type);
    Optional<Completion> known = compiled.get(key);
    return (known == null ? compile(key, field, execution) : known).orElse(null);
  }

  /** The names of all fields that are selected below a field, whatever directives say. */
  static Set<String> names(DataFetchingEnvironment environment) {
    Selections selections = environment.getGraphQlContext().get(Selections.class);
    List<Field> fields = environment.getMergedField().getFields();
    Set<String> known = selections.names.get(fields);
    if (known == null) {
      var walk = new NameWalk(environment.getFragmentsByName(), new HashSet<>(), new HashSet<>());
      fields.forEach(field -> walk.add(field.getSelectionSet()));
      known = walk.names();
      selections.names.put(fields, known);
    }
    return known;
  }

  private record NameWalk(
      Map<String, FragmentDefinition> fragments, Set<String> visited, Set<String> names) {

    void add(SelectionSet selections) {
      if (selections == null) {
        return;
      }
      for (Selection<?> selection : selections.getSelections()) {
        if (selection instanceof Field field) {
          names.add(field.getName());
          add(field.getSelectionSet());
        } else if (selection instanceof InlineFragment inline) {
          add(inline.getSelectionSet());
        } else if (selection instanceof FragmentSpread spread && visited.add(spread.getName())) {
          add(fragments.get(spread.getName()).getSelectionSet());
        }
      }
    }
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
