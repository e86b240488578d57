package dev.prepgraph.execution;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.execution.conditional.ConditionalNodes;
import graphql.introspection.Introspection;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Computes depth and cost of an operation from its document and its coerced variables, in one walk;
 * what a user's lists hold does not matter. It coerces every argument, so that malformed input is
 * rejected before anything executes. A fragment is computed once, so the work grows with the
 * document's length only.
 */
final class OperationAnalysis {

  /**
   * What a selection amounts to.
   *
   * @param cost how many fields the response could have, and one more for each 256 characters of
   *     long texts
   * @param depth how deep fields are nested; introspection counts half, because it nests by nature
   * @param fields how many fields it has itself, those of its fragments included
   */
  record Size(long cost, int depth, long fields) {

    private static final Size NONE = new Size(0, 0, 0);
    private static final long MAX = 1L << 31;

    private Size and(Size other) {
      return new Size(
          Math.min(MAX, cost + other.cost),
          Math.max(depth, other.depth),
          Math.min(MAX, fields + other.fields));
    }

    private Size times(long entries) {
      return new Size(Math.min(MAX, Math.min(MAX, entries) * cost), depth, fields);
    }

    private Size below(long own, boolean introspection) {
      return new Size(Math.min(MAX, own + cost), introspection ? (depth + 2) / 2 : depth + 1, 1);
    }
  }

  /** A fragment's use: the same fragment is another size where a field above it sizes lists. */
  private record Spread(String fragment, Set<String> sized) {}

  private final GraphQLSchema schema;
  private final ListSizes lists;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final CoercedVariables variables;
  private final Map<Spread, Size> spreads = new HashMap<>();
  private final ConditionalNodes conditions = new ConditionalNodes();
  private final GraphQLContext context = GraphQLContext.getDefault();

  private OperationAnalysis(GraphQLSchema schema, Document document, CoercedVariables variables) {
    this.schema = schema;
    this.lists = new ListSizes(schema);
    this.variables = variables;
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
  }

  /**
   * Analyses an operation of a valid document.
   *
   * @throws InvalidDocumentException when a variable or an argument is malformed
   */
  static Size of(
      GraphQLSchema schema,
      Document document,
      OperationDefinition operation,
      Map<String, Object> variables) {
    CoercedVariables coerced = Variables.coerce(schema, operation, variables);
    GraphQLCompositeType root =
        operation.getOperation() == OperationDefinition.Operation.MUTATION
            ? schema.getMutationType()
            : schema.getQueryType();
    return new OperationAnalysis(schema, document, coerced)
        .of(operation.getSelectionSet(), root, Set.of());
  }

  private Size of(SelectionSet selections, GraphQLCompositeType parent, Set<String> sized) {
    Size sum = Size.NONE;
    if (selections != null) {
      for (Selection<?> selection : selections.getSelections()) {
        if (conditions.shouldInclude(
            (DirectivesContainer<?>) selection, variables.toMap(), schema, context)) {
          sum = sum.and(of(selection, parent, sized));
        }
      }
    }
    return sum;
  }

  private Size of(Selection<?> selection, GraphQLCompositeType parent, Set<String> sized) {
    if (selection instanceof Field field) {
      return of(field, parent, sized);
    }
    if (selection instanceof InlineFragment inline) {
      return of(inline.getSelectionSet(), condition(inline.getTypeCondition(), parent), sized);
    }
    var spread = new Spread(((FragmentSpread) selection).getName(), sized);
    Size known = spreads.get(spread);
    if (known == null) {
      FragmentDefinition fragment = fragments.get(spread.fragment());
      GraphQLCompositeType type = condition(fragment.getTypeCondition(), parent);
      known = of(fragment.getSelectionSet(), type, sized);
      spreads.put(spread, known);
    }
    return known;
  }

  private GraphQLCompositeType condition(TypeName condition, GraphQLCompositeType parent) {
    return condition == null ? parent : (GraphQLCompositeType) schema.getType(condition.getName());
  }

  private Size of(Field field, GraphQLCompositeType parent, Set<String> sized) {
    GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
    Map<String, Object> arguments = arguments(field, definition);
    long entries = sized.contains(field.getName()) ? 1 : lists.size(definition, arguments);
    Size entry = Size.NONE;
    if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type) {
      Size selected = of(field.getSelectionSet(), type, lists.sizedFields(definition));
      entry = new Size(lists.weight(type), 0, 0).and(selected);
    } else if (entries > 1) {
      entry = new Size(1, 0, 0);
    }
    // Names that clients choose are repeated with every entry.
    long own = 1 + lists.ownWeight(definition) + field.getResultKey().length() / 256;
    return entry.times(entries).below(own, field.getName().startsWith("__"));
  }

  private Map<String, Object> arguments(Field field, GraphQLFieldDefinition definition) {
    try {
      return ValuesResolver.getArgumentValues(
          schema.getCodeRegistry(),
          definition.getArguments(),
          field.getArguments(),
          variables,
          context,
          Locale.ENGLISH);
    } catch (GraphQLException e) {
      // Only a variable with a default can still be null where null is not allowed.
      throw Variables.rejected(
          "An argument of " + field.getName() + " must not be null", field.getSourceLocation());
    }
  }
}
