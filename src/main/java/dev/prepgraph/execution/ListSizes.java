package dev.prepgraph.execution;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.paging.PageRequest;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from the schema, its {@link ListSize} and {@link Cost}, what fields can amount to. */
record ListSizes(GraphQLSchema schema) {

  /** Introspection's lists, which have no directives. */
  private static final long UNKNOWN = 10;

  private static final Set<String> OF_CONNECTION = Set.of("edges", "nodes");

  /** How many entries a field has at the most, with these arguments; 1 where it is no list. */
  long size(GraphQLFieldDefinition field, Map<String, Object> arguments) {
    if (field.getArgument("first") != null) {
      return page(arguments);
    }
    boolean list = GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList;
    if (list && arguments.get("ids") instanceof Collection<?> ids) {
      return ids.size();
    }
    GraphQLAppliedDirective size = applied(field, "listSize");
    if (size == null) {
      return list ? UNKNOWN : 1;
    }
    long most = size.getArgument("assumedSize").<Integer>getValue();
    return Math.min(most, window(field, arguments, most));
  }

  /** The resolver rejects sizes that are out of range, and tells it better. */
  private static long page(Map<String, Object> arguments) {
    if (arguments.get("first") == null && arguments.get("last") == null) {
      return PageRequest.DEFAULT_SIZE;
    }
    int first = arguments.get("first") instanceof Integer number ? number : 1;
    int last = arguments.get("last") instanceof Integer number ? number : 1;
    return Math.min(PageRequest.MAX_SIZE, Math.max(1, Math.max(first, last)));
  }

  /** How many entries the sized fields have between two days, as many as possible on each. */
  private long window(GraphQLFieldDefinition field, Map<String, Object> arguments, long most) {
    if (!(arguments.get("from") instanceof String from
        && arguments.get("to") instanceof String to)) {
      return most;
    }
    long days = ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to)) + 1;
    var day = (GraphQLFieldsContainer) GraphQLTypeUtil.unwrapAll(field.getType());
    return sizedFields(field).stream()
        .mapToLong(name -> size(day.getFieldDefinition(name), Map.of()))
        .map(onOneDay -> Math.max(0, days) * onOneDay)
        .sum();
  }

  /** Lists below a field that have its size together, instead of a size of their own each. */
  Set<String> sizedFields(GraphQLFieldDefinition field) {
    if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type
        && type.getFieldDefinition("pageInfo") != null) {
      return OF_CONNECTION;
    }
    GraphQLAppliedDirective size = applied(field, "listSize");
    List<String> names = size == null ? null : size.getArgument("sizedFields").getValue();
    return names == null ? Set.of() : Set.copyOf(names);
  }

  /**
   * What an object costs beyond its fields; an abstract one as much as the costliest of its types.
   */
  long weight(GraphQLCompositeType type) {
    Collection<? extends GraphQLNamedOutputType> types =
        type instanceof GraphQLInterfaceType node
            ? schema.getImplementations(node)
            : type instanceof GraphQLUnionType union ? union.getTypes() : List.of();
    return types.isEmpty()
        ? ownWeight((GraphQLDirectiveContainer) type)
        : types.stream()
            .mapToLong(one -> ownWeight((GraphQLDirectiveContainer) one))
            .max()
            .orElse(0);
  }

  /** What a field or an object costs beyond 1. */
  long ownWeight(GraphQLDirectiveContainer element) {
    GraphQLAppliedDirective cost = applied(element, "cost");
    return cost == null ? 0 : cost.getArgument("weight").<Integer>getValue();
  }

  /** A directive of an element, or null. */
  @SuppressWarnings("deprecation") // the framework does not make applied directives yet
  static GraphQLAppliedDirective applied(GraphQLDirectiveContainer element, String name) {
    GraphQLDirective directive = element.getDirective(name);
    return directive == null ? null : directive.toAppliedDirective();
  }
}
