package dev.prepgraph.graphql;

import graphql.schema.GraphQLSchema;
import jakarta.inject.Singleton;

/**
 * The schema that documents are checked against and executed on: the framework's, with our scalars.
 * (The framework's own object is of no use any more once this is made: transforming a schema takes
 * parts of it over.)
 */
@Singleton
class ServedSchema {

  private final GraphQLSchema schema;

  ServedSchema(GraphQLSchema generated) {
    this.schema = StrictScalars.in(generated);
  }

  GraphQLSchema get() {
    return schema;
  }
}
