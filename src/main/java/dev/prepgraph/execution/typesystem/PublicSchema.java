package dev.prepgraph.execution.typesystem;

import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.SchemaPrinter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The schema without what gateways use, and without the directives and scalars that graphql-java
 * and SmallRye add to every schema and that mean nothing here. The libraries have no option for it.
 */
public final class PublicSchema {

  private static final Set<String> HIDDEN =
      Set.of(
          "constraint",
          "defer",
          "experimental_disableErrorPropagation",
          "rolesAllowed",
          // of the arguments of constraint
          "BigDecimal",
          "BigInteger",
          // what gateways use, which need no description of it
          "_service",
          "_entities",
          "_Service",
          "_Entity",
          "_Any");

  private PublicSchema() {}

  public static boolean isHidden(String directive) {
    return HIDDEN.contains(directive);
  }

  private static boolean isHidden(Object element) {
    return element instanceof GraphQLNamedSchemaElement named && HIDDEN.contains(named.getName());
  }

  /**
   * The same schema with other root fields, and an introspection that leaves the hidden parts out.
   */
  public static GraphQLSchema executable(GraphQLSchema schema, List<RootField> fields) {
    GraphQLCodeRegistry code = schema.getCodeRegistry();
    GraphQLCodeRegistry visible =
        code.transform(
            changed -> {
              fields.forEach(
                  field ->
                      changed.dataFetcher(
                          coordinates(schema.getQueryType(), field.name()), field.fetcher()));
              changed
                  .dataFetcher(
                      coordinates(Introspection.__Schema, "types"),
                      filtered(code, Introspection.__Schema, "types"))
                  .dataFetcher(
                      coordinates(Introspection.__Schema, "directives"),
                      filtered(code, Introspection.__Schema, "directives"))
                  .dataFetcher(
                      coordinates(Introspection.__Type, "fields"),
                      filtered(code, Introspection.__Type, "fields"))
                  .systemDataFetcher(
                      FieldCoordinates.systemCoordinates(Introspection.TypeMetaFieldDef.getName()),
                      environment -> {
                        Object type = Introspection.TypeMetaFieldDefDataFetcher.get(environment);
                        return isHidden(type) ? null : type;
                      });
            });
    return schema.transformWithoutTypes(changed -> changed.codeRegistry(visible));
  }

  private static FieldCoordinates coordinates(GraphQLObjectType type, String field) {
    return FieldCoordinates.coordinates(type.getName(), field);
  }

  private static DataFetcher<?> filtered(
      GraphQLCodeRegistry code, GraphQLObjectType type, String field) {
    DataFetcher<?> all =
        code.getDataFetcher(coordinates(type, field), type.getFieldDefinition(field));
    return environment ->
        all.get(environment) instanceof Collection<?> elements
            ? elements.stream().filter(element -> !isHidden(element)).toList()
            : null;
  }

  /** Prints the schema in the schema definition language, sorted by name. */
  public static String print(GraphQLSchema schema) {
    return new SchemaPrinter(
            SchemaPrinter.Options.defaultOptions()
                .includeDirectiveDefinition(
                    name -> !isHidden(name) && !DirectiveInfo.isGraphqlSpecifiedDirective(name))
                .includeScalarTypes(true)
                .includeSchemaDefinition(true)
                .includeSchemaElement(element -> !isHidden((Object) element)))
        .print(schema);
  }
}
