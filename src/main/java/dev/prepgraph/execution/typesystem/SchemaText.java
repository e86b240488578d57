package dev.prepgraph.execution.typesystem;

import dev.prepgraph.common.lazy.Lazy;
import graphql.schema.GraphQLSchema;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** The printed schema; printed at its first use, so that the start does not wait for it. */
@Singleton
public class SchemaText implements Supplier<String> {

  private final Lazy<String> text;

  SchemaText(GraphQLSchema schema) {
    this.text = new Lazy<>(() -> PublicSchema.print(schema));
  }

  @Override
  public String get() {
    return text.get();
  }
}
