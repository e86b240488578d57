package dev.prepgraph.execution;

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

/** Reads the sizes of lists and the costs of fields from the directives of the schema. */
record ListSizes(GraphQLSchema schema) {

  /** The argument with a gateway's references to objects. */
  static final String REPRESENTATIONS = "representations";

  /** Assumed for the lists of introspection, which have no directives. */
  private static final long UNKNOWN = 10;

  /** The arguments whose values have one entry each in the list of their field. */
  private static final List<String> OF_ARGUMENTS = List.of("ids", REPRESENTATIONS);

  private static final Set<String> OF_CONNECTION = Set.of("edges", "nodes");

  /** The maximal number of entries of a field with these arguments; 1 where it is no list. */
  long size(GraphQLFieldDefinition field, Map<String, Object> arguments) {
    if (field.getArgument("first") != null) {
      return page(arguments);
    }
    boolean list = GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList;
    for (String entries : OF_ARGUMENTS) {
      if (list && arguments.get(entries) instanceof Collection<?> given) {
        return given.size();
      }
    }
    GraphQLAppliedDirective size = applied(field, "listSize");
    if (size == null) {
      return list ? UNKNOWN : 1;
    }
    long max = size.getArgument("assumedSize").<Integer>getValue();
    return Math.min(max, window(field, arguments, max));
  }

  /** Clamps sizes out of range, which the resolver rejects with a better message. */
  private static long page(Map<String, Object> arguments) {
    if (arguments.get("first") == null && arguments.get("last") == null) {
      return PageRequest.DEFAULT_SIZE;
    }
    int first = arguments.get("first") instanceof Integer number ? number : 1;
    int last = arguments.get("last") instanceof Integer number ? number : 1;
    return Math.min(PageRequest.MAX_SIZE, Math.max(1, Math.max(first, last)));
  }

  /** The maximal number of entries of the sized fields between two days. */
  private long window(GraphQLFieldDefinition field, Map<String, Object> arguments, long max) {
    if (!(arguments.get("from") instanceof String from
        && arguments.get("to") instanceof String to)) {
      return max;
    }
    long days = ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to)) + 1;
    var day = (GraphQLFieldsContainer) GraphQLTypeUtil.unwrapAll(field.getType());
    return sizedFields(field).stream()
        .mapToLong(name -> size(day.getFieldDefinition(name), Map.of()))
        .map(perDay -> Math.max(0, days) * perDay)
        .sum();
  }

  /** The lists below a field that share its size. */
  Set<String> sizedFields(GraphQLFieldDefinition field) {
    if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type
        && type.getFieldDefinition("pageInfo") != null) {
      return OF_CONNECTION;
    }
    GraphQLAppliedDirective size = applied(field, "listSize");
    List<String> names = size == null ? null : size.getArgument("sizedFields").getValue();
    return names == null ? Set.of() : Set.copyOf(names);
  }

  /** The cost of an object beyond its fields; for an abstract type the maximum of its types. */
  long weight(GraphQLCompositeType type) {
    if (type instanceof GraphQLInterfaceType node) {
      return weight(schema.getImplementations(node));
    }
    return type instanceof GraphQLUnionType union
        ? weight(union.getTypes())
        : ownWeight((GraphQLDirectiveContainer) type);
  }

  private static long weight(Collection<? extends GraphQLNamedOutputType> types) {
    return types.stream()
        .mapToLong(type -> ownWeight((GraphQLDirectiveContainer) type))
        .max()
        .orElse(0);
  }

  /** The cost of a field or an object beyond 1. */
  static long ownWeight(GraphQLDirectiveContainer element) {
    GraphQLAppliedDirective cost = applied(element, "cost");
    return cost == null ? 0 : cost.getArgument("weight").<Integer>getValue();
  }

  /** A directive of an element, or null. */
  @SuppressWarnings("deprecation") // SmallRye does not define applied directives
  static GraphQLAppliedDirective applied(GraphQLDirectiveContainer element, String name) {
    GraphQLDirective directive = element.getDirective(name);
    return directive == null ? null : directive.toAppliedDirective();
  }
}
