package dev.prepgraph.execution.fetching;

import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;
import java.util.Map;

/**
 * Resolves the type of an interface's or a union's value by its class.
 *
 * @param names of the types, by the names of their classes
 */
record TypesByClass(Map<String, String> names) implements TypeResolver {

  /** The name of the type of a value, or null. */
  String of(Object value) {
    return names.get(value.getClass().getName());
  }

  @Override
  public GraphQLObjectType getType(TypeResolutionEnvironment environment) {
    String name = of(environment.getObject());
    return name == null ? null : environment.getSchema().getObjectType(name);
  }
}
