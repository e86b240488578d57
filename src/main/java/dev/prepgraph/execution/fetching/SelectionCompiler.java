package dev.prepgraph.execution.fetching;

import com.fasterxml.jackson.core.io.SerializedString;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles what is selected of a field's values, if it consists of plain fields and, at a query's
 * root fields, of those that load in batches. graphql-java's collector obeys the only directives
 * that documents can have, {@code @include} and {@code @skip}.
 */
final class SelectionCompiler {

  /** A selection that graphql-java must complete. */
  private static final class NotPlainException extends Exception {

    private static final long serialVersionUID = 1L;

    NotPlainException() {
      super(null, null, false, false);
    }
  }

  private final ExecutionContext execution;
  private final GraphQLSchema schema;
  private final FieldCollector collector = new FieldCollector();
  private final boolean batched;
  private final int maxFields;
  private int fields;

  SelectionCompiler(ExecutionContext execution, boolean batched, int maxFields) {
    this.execution = execution;
    this.batched = batched;
    this.schema = execution.getGraphQLSchema();
    this.maxFields = maxFields;
  }

  /** The number of fields that were compiled. */
  int fields() {
    return fields;
  }

  Optional<Completion> compile(MergedField field, GraphQLType type) {
    try {
      return Optional.of(completion(type, field));
    } catch (NotPlainException e) {
      return Optional.empty();
    }
  }

  private Completion completion(GraphQLType wrapped, MergedField field) throws NotPlainException {
    boolean nullable = !GraphQLTypeUtil.isNonNull(wrapped);
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(wrapped);
    if (type instanceof GraphQLScalarType scalar) {
      return new Completion.Scalar(scalar, nullable);
    }
    if (type instanceof GraphQLEnumType values) {
      return new Completion.EnumValue(values, nullable);
    }
    if (type instanceof GraphQLList list) {
      return new Completion.Entries(completion(list.getWrappedType(), field), nullable);
    }
    if (type instanceof GraphQLObjectType object) {
      return new Completion.Selected(selection(object, field), nullable);
    }
    if (type instanceof GraphQLInterfaceType one) {
      TypeResolver types = schema.getCodeRegistry().getTypeResolver(one);
      return oneOf(types, schema.getImplementations(one), field, nullable);
    }
    GraphQLUnionType one = (GraphQLUnionType) type;
    TypeResolver types = schema.getCodeRegistry().getTypeResolver(one);
    return oneOf(types, one.getTypes(), field, nullable);
  }

  private Completion oneOf(
      TypeResolver resolver,
      List<? extends GraphQLNamedOutputType> possible,
      MergedField field,
      boolean nullable)
      throws NotPlainException {
    if (!(resolver instanceof TypesByClass types)) {
      throw new NotPlainException();
    }
    Map<String, PlainSelection> selections = new HashMap<>();
    for (GraphQLNamedOutputType type : possible) {
      selections.put(type.getName(), selection((GraphQLObjectType) type, field));
    }
    return new Completion.OneOf(types, selections, nullable);
  }

  private PlainSelection selection(GraphQLObjectType type, MergedField field)
      throws NotPlainException {
    FieldCollectorParameters parameters =
        FieldCollectorParameters.newParameters()
            .schema(schema)
            .objectType(type)
            .fragments(execution.getFragmentsByName())
            .variables(execution.getCoercedVariables().toMap())
            .graphQLContext(execution.getGraphQLContext())
            .build();
    Map<String, MergedField> selected = collector.collectFields(parameters, field).getSubFields();
    fields += selected.size();
    if (fields > maxFields) {
      throw new NotPlainException();
    }
    List<PlainSelection.Selected> compiled = new ArrayList<>();
    for (Map.Entry<String, MergedField> one : selected.entrySet()) {
      compiled.add(selected(type, one.getKey(), one.getValue()));
    }
    return new PlainSelection(type.getName(), compiled);
  }

  private PlainSelection.Selected selected(GraphQLObjectType type, String name, MergedField field)
      throws NotPlainException {
    var key = new SerializedString(name);
    if (field.getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
      return new PlainSelection.TypeName(key);
    }
    GraphQLFieldDefinition definition = type.getFieldDefinition(field.getName());
    DataFetcher<?> fetcher = schema.getCodeRegistry().getDataFetcher(type, definition);
    if (fetcher instanceof PlainField plain) {
      return new PlainSelection.Plain(key, plain, completion(definition.getType(), field));
    }
    if (batched && fetcher instanceof BatchField batch) {
      Completion completion = completion(definition.getType(), field);
      return new PlainSelection.Batched(key, batch, definition, field, completion);
    }
    throw new NotPlainException();
  }
}
