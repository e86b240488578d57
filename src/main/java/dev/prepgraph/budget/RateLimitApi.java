package dev.prepgraph.budget;

import dev.prepgraph.budget.schema.RateLimit;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** The budget of the caller. */
@GraphQLApi
public class RateLimitApi {

  @Query
  @Description("The caller's budget after this operation; null when the operation took no points.")
  public RateLimit rateLimit() {
    return Charge.current();
  }
}
