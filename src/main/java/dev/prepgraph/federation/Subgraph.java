package dev.prepgraph.federation;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("_Service")
@Description("This service as a subgraph of a federated graph.")
public record Subgraph(
    @NonNull
        @Description("The schema, in the schema definition language.")
        @Cost(weight = Subgraph.SCHEMA)
        String sdl) {

  /** The cost of 128,000 characters. */
  static final int SCHEMA = 500;
}
