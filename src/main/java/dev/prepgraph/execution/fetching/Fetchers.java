package dev.prepgraph.execution.fetching;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.visibility.DefaultGraphqlFieldVisibility;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Replaces SmallRye's data fetchers and type resolvers, and the context that they need. */
public final class Fetchers {

  private final GraphQLCodeRegistry.Builder code;

  private Fetchers(GraphQLCodeRegistry.Builder code) {
    this.code = code;
  }

  /** The same schema with other fetchers and type resolvers. */
  public static GraphQLSchema replace(GraphQLSchema schema, Schema model) {
    GraphQLCodeRegistry code =
        schema.getCodeRegistry().transform(changed -> replace(changed, schema, model));
    return schema.transformWithoutTypes(changed -> changed.codeRegistry(code));
  }

  private static void replace(
      GraphQLCodeRegistry.Builder code, GraphQLSchema schema, Schema model) {
    // SmallRye takes Quarkus's "default" for a pattern, and matches it with every field of a
    // request.
    code.fieldVisibility(DefaultGraphqlFieldVisibility.DEFAULT_FIELD_VISIBILITY);
    Fetchers fetchers = new Fetchers(code);
    Map<String, String> types = new HashMap<>();
    model.getTypes().values().forEach(type -> types.put(type.getClassName(), type.getName()));
    TypesByClass resolver = new TypesByClass(types);
    model.getInterfaces().keySet().forEach(name -> code.typeResolver(name, resolver));
    model.getUnions().keySet().forEach(name -> code.typeResolver(name, resolver));
    model.getTypes().values().forEach(fetchers::replaceFields);
    fetchers.replaceMethods(schema.getQueryType(), model.getQueries());
    fetchers.replaceMethods(schema.getMutationType(), model.getMutations());
    fetchers.replaceMethods(schema.getSubscriptionType(), model.getSubscriptions());
  }

  private void replaceFields(Type type) {
    String name = type.getName();
    type.getFields()
        .values()
        .forEach(field -> code.dataFetcher(at(name, field.getName()), new PlainField(type, field)));
    type.getOperations()
        .values()
        .forEach(method -> code.dataFetcher(at(name, method.getName()), new MethodField(method)));
    type.getBatchOperations()
        .values()
        .forEach(method -> code.dataFetcher(at(name, method.getName()), new BatchField(method)));
  }

  private void replaceMethods(GraphQLObjectType root, Collection<Operation> methods) {
    methods.forEach(
        method -> code.dataFetcher(at(root.getName(), method.getName()), new MethodField(method)));
  }

  private static FieldCoordinates at(String type, String field) {
    return FieldCoordinates.coordinates(type, field);
  }
}
