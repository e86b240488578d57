package dev.prepgraph.graphql;

import graphql.Scalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.GraphQLUnionType;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives the schema the numbers of the specification instead of the framework's, whose Int takes
 * 2147483648 for -2147483648, 1.7 for 1 and "12" for 12, and a {@link DateCoercing} that refuses.
 */
final class StrictScalars extends GraphQLTypeVisitorStub {

  private static final Map<String, Coercing<?, ?>> COERCINGS =
      Map.of("Int", Scalars.GraphQLInt.getCoercing(), "Float", Scalars.GraphQLFloat.getCoercing());

  /** A schema has each type once, however often it is met. */
  private final Map<String, GraphQLScalarType> changed = new HashMap<>();

  private StrictScalars() {}

  static GraphQLSchema in(GraphQLSchema schema) {
    GraphQLSchema strict = SchemaTransformer.transformSchema(schema, new StrictScalars());
    return strict.transform(
        builder ->
            builder.codeRegistry(
                strict.getCodeRegistry().transform(code -> resolveIn(strict, code))));
  }

  /**
   * The framework's resolvers know the objects of the schema as it was; types are told apart by
   * identity.
   */
  private static void resolveIn(GraphQLSchema strict, GraphQLCodeRegistry.Builder code) {
    GraphQLCodeRegistry known = strict.getCodeRegistry();
    for (GraphQLNamedType type : strict.getAllTypesAsList()) {
      TypeResolver resolver = null;
      if (type instanceof GraphQLInterfaceType common) {
        resolver = known.getTypeResolver(common);
      } else if (type instanceof GraphQLUnionType union) {
        resolver = known.getTypeResolver(union);
      }
      if (resolver != null) {
        TypeResolver original = resolver;
        code.typeResolver(
            type.getName(), of -> of.getSchema().getObjectType(original.getType(of).getName()));
      }
    }
  }

  @Override
  public TraversalControl visitGraphQLScalarType(
      GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
    Coercing<?, ?> strict =
        scalar.getName().equals("Date")
            ? new DateCoercing(scalar.getCoercing())
            : COERCINGS.get(scalar.getName());
    return strict == null
        ? TraversalControl.CONTINUE
        : changeNode(
            context,
            changed.computeIfAbsent(
                scalar.getName(), name -> scalar.transform(builder -> builder.coercing(strict))));
  }
}
