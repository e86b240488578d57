package dev.prepgraph.interview.schema.listing;

import dev.prepgraph.paging.OrderDirection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Order of interviews; equal ones are ordered by id.")
public record InterviewOrder(
    @NonNull @Description("Field to order by.") InterviewOrderField field,
    @Description("Direction; default ASC.") OrderDirection direction) {

  private static final InterviewOrder DEFAULT =
      new InterviewOrder(InterviewOrderField.CREATED_AT, OrderDirection.DESC);

  /** The order with its direction; the newest first for null. */
  public static InterviewOrder orDefault(InterviewOrder given) {
    return given == null
        ? DEFAULT
        : new InterviewOrder(given.field(), OrderDirection.orAscending(given.direction()));
  }
}
