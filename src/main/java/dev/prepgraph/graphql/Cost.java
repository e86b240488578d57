package dev.prepgraph.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * How many fields the answer to an operation could have. A connection counts as often as {@code
 * first} or {@code last} says, any other list a fixed number of times. The fragments' costs are
 * computed once each, so the work grows with the document's length only.
 */
final class Cost {

  /** What a list without paging is taken to hold; in the catalogue they are that long. */
  private static final int LIST_SIZE = 5;

  private final GraphQLSchema schema;
  private final Map<String, Object> variables;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Long> fragmentCosts = new HashMap<>();

  private Cost(GraphQLSchema schema, Document document, Map<String, Object> variables) {
    this.schema = schema;
    this.variables = variables;
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
  }

  /**
   * The cost of an operation of a valid document; {@link Long#MAX_VALUE} where it is beyond
   * counting.
   */
  static long of(
      GraphQLSchema schema,
      Document document,
      OperationDefinition operation,
      Map<String, Object> variables) {
    GraphQLCompositeType root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> schema.getMutationType();
          case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    Map<String, Object> values = new HashMap<>(variables);
    operation
        .getVariableDefinitions()
        .forEach(
            variable -> {
              if (variable.getDefaultValue() instanceof IntValue number) {
                values.putIfAbsent(variable.getName(), number.getValue());
              }
            });
    return new Cost(schema, document, values).of(operation.getSelectionSet(), root);
  }

  private long of(SelectionSet selections, GraphQLCompositeType parent) {
    long sum = 0;
    if (selections != null) {
      for (Selection<?> selection : selections.getSelections()) {
        sum = add(sum, of(selection, parent));
      }
    }
    return sum;
  }

  private long of(Selection<?> selection, GraphQLCompositeType parent) {
    if (selection instanceof Field field) {
      return of(field, parent);
    }
    if (selection instanceof InlineFragment inline) {
      return of(inline.getSelectionSet(), condition(inline.getTypeCondition(), parent));
    }
    String name = ((FragmentSpread) selection).getName();
    Long known = fragmentCosts.get(name);
    if (known == null) {
      FragmentDefinition fragment = fragments.get(name);
      known = of(fragment.getSelectionSet(), condition(fragment.getTypeCondition(), parent));
      fragmentCosts.put(name, known);
    }
    return known;
  }

  private GraphQLCompositeType condition(TypeName condition, GraphQLCompositeType parent) {
    return condition == null ? parent : (GraphQLCompositeType) schema.getType(condition.getName());
  }

  private long of(Field field, GraphQLCompositeType parent) {
    if (field.getName().startsWith("__")) {
      // graphql-java bounds introspection by itself.
      return 1;
    }
    var fields = (GraphQLFieldsContainer) parent; // a union has no fields but __typename
    GraphQLFieldDefinition definition = fields.getFieldDefinition(field.getName());
    GraphQLType type = GraphQLTypeUtil.unwrapAll(definition.getType());
    if (!(type instanceof GraphQLCompositeType composite)) {
      return 1;
    }
    return add(
        1, multiply(size(field, definition, fields), of(field.getSelectionSet(), composite)));
  }

  private long size(Field field, GraphQLFieldDefinition definition, GraphQLFieldsContainer parent) {
    if (definition.getArgument("first") != null) {
      long first = number(field, "first");
      long last = number(field, "last");
      long size = first == 0 && last == 0 ? PageRequest.DEFAULT_SIZE : Math.max(first, last);
      // The resolver refuses more, and says so better.
      return Math.min(size, PageRequest.MAX_SIZE);
    }
    if (definition.getArgument("ids") != null) {
      return NodeApi.MAX_IDS;
    }
    boolean list = GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList;
    boolean counted = parent.getFieldDefinition("pageInfo") != null;
    return list && !counted ? LIST_SIZE : 1;
  }

  private long number(Field field, String name) {
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals(name)) {
        Value<?> value = argument.getValue();
        if (value instanceof IntValue number) {
          return number.getValue().min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue();
        }
        if (value instanceof VariableReference variable
            && variables.get(variable.getName()) instanceof Number number) {
          return number.longValue();
        }
      }
    }
    return 0;
  }

  private static long add(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  private static long multiply(long a, long b) {
    // A size out of range is refused by the resolver; here it must only not count for less than it
    // asks.
    long size = Math.max(1, a);
    return b > Long.MAX_VALUE / size ? Long.MAX_VALUE : size * b;
  }
}
