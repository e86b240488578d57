package dev.prepgraph.execution;

import dev.prepgraph.common.error.RequestException;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Computes size and cost of an operation from its document and variables in one walk, independent
 * of stored data. It coerces every argument, so that malformed input is rejected before anything
 * executes, and computes each fragment once, so its work is linear in the document.
 */
final class OperationAnalysis {

  /**
   * The size of a selection.
   *
   * @param cost maximal number of fields in the response, plus the costs of long texts and
   *     expensive fields
   * @param depth nesting depth of fields; introspection, which nests by nature, counts half
   * @param fields number of fields on its first level, including those of fragments
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

  /** A use of a fragment; its size depends on the lists that a field above it sizes. */
  private record Spread(String fragment, Set<String> sized) {}

  private final GraphQLSchema schema;
  private final int maxRepresentations;
  private final ListSizes lists;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final CoercedVariables variables;
  private final Map<Spread, Size> spreads = new HashMap<>();
  private final ConditionalNodes conditions = new ConditionalNodes();
  private final GraphQLContext context = GraphQLContext.getDefault();

  private OperationAnalysis(
      GraphQLSchema schema, Document document, CoercedVariables variables, int maxRepresentations) {
    this.schema = schema;
    this.maxRepresentations = maxRepresentations;
    this.lists = new ListSizes(schema);
    this.variables = variables;
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
  }

  /** Analyses an operation of a valid document. */
  static Size of(
      GraphQLSchema schema,
      Document document,
      OperationDefinition operation,
      Map<String, Object> variables,
      int maxRepresentations) {
    CoercedVariables coerced = Variables.coerce(schema, operation, variables);
    GraphQLCompositeType root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> schema.getMutationType();
          case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    return new OperationAnalysis(schema, document, coerced, maxRepresentations)
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
    Size size = spreads.get(spread);
    if (size == null) {
      FragmentDefinition fragment = fragments.get(spread.fragment());
      GraphQLCompositeType type = condition(fragment.getTypeCondition(), parent);
      size = of(fragment.getSelectionSet(), type, sized);
      spreads.put(spread, size);
    }
    return size;
  }

  private GraphQLCompositeType condition(TypeName condition, GraphQLCompositeType parent) {
    return condition == null ? parent : (GraphQLCompositeType) schema.getType(condition.getName());
  }

  private Size of(Field field, GraphQLCompositeType parent, Set<String> sized) {
    GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
    Map<String, Object> arguments = arguments(field, definition);
    if (arguments.get(ListSizes.REPRESENTATIONS) instanceof Collection<?> representations
        && representations.size() > maxRepresentations) {
      throw RequestException.tooComplex(
          "A list has more than %d representations".formatted(maxRepresentations));
    }
    long entries = sized.contains(field.getName()) ? 1 : lists.size(definition, arguments);
    Size entry = Size.NONE;
    if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type) {
      Size selected = of(field.getSelectionSet(), type, lists.sizedFields(definition));
      entry = new Size(lists.weight(type), 0, 0).and(selected);
    } else if (entries > 1) {
      entry = new Size(1, 0, 0);
    }
    // A long alias is repeated with every entry.
    long own = 1 + ListSizes.ownWeight(definition) + field.getResultKey().length() / 256;
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
      // Validation accepts a nullable variable with a default for a non-null argument.
      throw Variables.rejected(
          "An argument of " + field.getName() + " must not be null", field.getSourceLocation());
    }
  }
}
