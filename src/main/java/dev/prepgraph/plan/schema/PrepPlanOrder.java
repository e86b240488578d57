package dev.prepgraph.plan.schema;

import dev.prepgraph.paging.OrderDirection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Order of plans; equal ones are ordered by id.")
public record PrepPlanOrder(
    @NonNull @Description("Field to order by.") PrepPlanOrderField field,
    @Description("Direction; default ASC.") OrderDirection direction) {

  private static final PrepPlanOrder DEFAULT =
      new PrepPlanOrder(PrepPlanOrderField.CREATED_AT, OrderDirection.DESC);

  /** The order with its direction; the newest first for null. */
  public static PrepPlanOrder orDefault(PrepPlanOrder given) {
    return given == null
        ? DEFAULT
        : new PrepPlanOrder(given.field(), OrderDirection.orAscending(given.direction()));
  }
}
