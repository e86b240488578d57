package dev.prepgraph.answer.schema;

import dev.prepgraph.paging.OrderDirection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Order of saved answers.")
public record SavedAnswerOrder(
    @NonNull @Description("Field to order by.") SavedAnswerOrderField field,
    @Description("Direction; default ASC.") OrderDirection direction) {

  private static final SavedAnswerOrder DEFAULT =
      new SavedAnswerOrder(SavedAnswerOrderField.CREATED_AT, OrderDirection.DESC);

  /** The order with its direction; the newest first for null. */
  public static SavedAnswerOrder orDefault(SavedAnswerOrder given) {
    return given == null
        ? DEFAULT
        : new SavedAnswerOrder(given.field(), OrderDirection.orAscending(given.direction()));
  }
}
