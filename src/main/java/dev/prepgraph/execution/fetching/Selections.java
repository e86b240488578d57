package dev.prepgraph.execution.fetching;

import dev.prepgraph.common.lazy.Lazy;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the fields of one document select: compiled, if that needs nothing but plain fields and
 * batches, and by name, each at its first use.
 */
public final class Selections {

  /** Bounds the compiled fields of a document; fragments can multiply those that it writes. */
  private static final int MAX_FIELDS = 400;

  /** Bounds the stored names of a document: the included fields vary with its variables. */
  private static final int MAX_NAMES = 4_000;

  /**
   * The fields of the document that select in values of a type.
   *
   * @param conditions values of the variables that directives name, by name
   */
  private record Key(
      List<Field> fields, GraphQLType type, boolean batched, Map<String, Boolean> conditions) {}

  private final Map<Key, Optional<Completion>> compiled = new ConcurrentHashMap<>();
  private final Map<List<Field>, Set<String>> names = new ConcurrentHashMap<>();
  private final Lazy<Set<String>> variables;
  private int fields;
  private int storedNames;

  public Selections(Document document) {
    variables = new Lazy<>(() -> variablesOfDirectives(document, new HashSet<>()));
  }

  /**
   * How to complete the values of a field; null where graphql-java must.
   *
   * @param batched whether fields may load in batches
   */
  Completion of(MergedField field, GraphQLType type, ExecutionContext execution, boolean batched) {
    Key key = new Key(field.getFields(), type, batched, conditions(execution));
    Optional<Completion> known = compiled.get(key);
    return (known == null ? compile(key, field, execution) : known).orElse(null);
  }

  private Map<String, Boolean> conditions(ExecutionContext execution) {
    Set<String> names = variables.get();
    if (names.isEmpty()) {
      return Map.of();
    }
    Map<String, Boolean> conditions = new HashMap<>();
    for (String name : names) {
      // In another operation of the document, the variable may be a text of any length.
      if (execution.getCoercedVariables().get(name) instanceof Boolean condition) {
        conditions.put(name, condition);
      }
    }
    return conditions;
  }

  private static Set<String> variablesOfDirectives(Node<?> node, Set<String> names) {
    if (node instanceof Directive directive) {
      directive.getArguments().stream()
          .map(Argument::getValue)
          .filter(VariableReference.class::isInstance)
          .forEach(value -> names.add(((VariableReference) value).getName()));
    } else {
      node.getChildren().forEach(child -> variablesOfDirectives(child, names));
    }
    return names;
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
      selections.store(fields, known);
    }
    return known;
  }

  private synchronized void store(List<Field> of, Set<String> found) {
    int size = 1 + found.size();
    if (storedNames + size <= MAX_NAMES) {
      storedNames += size;
      names.put(of, found);
    }
  }

  /** The number of stored sets of names. */
  int stored() {
    return names.size();
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
    SelectionCompiler compiler =
        new SelectionCompiler(execution, key.batched(), MAX_FIELDS - fields);
    Optional<Completion> completion = compiler.compile(field, key.type());
    fields += completion.isPresent() ? compiler.fields() : 1;
    compiled.put(key, completion);
    return completion;
  }
}
