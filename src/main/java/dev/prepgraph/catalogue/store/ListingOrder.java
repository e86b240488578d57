package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.schema.listing.QuestionOrder;
import dev.prepgraph.catalogue.schema.listing.RoleGuideOrder;
import dev.prepgraph.paging.OrderDirection;

/** The order of a list of published objects; equal ones are ordered by slug. */
public record ListingOrder(Key key, OrderDirection direction) {

  /** Sort keys before the slug. */
  enum Key {
    SLUG,
    TITLE,
    CHANGED,
    SENIORITY,
    DIFFICULTY
  }

  static final ListingOrder DEFAULT = new ListingOrder(Key.SLUG, OrderDirection.ASC);

  static ListingOrder of(RoleGuideOrder order) {
    return order == null ? DEFAULT : of(order.field(), order.direction());
  }

  static ListingOrder of(QuestionOrder order) {
    return order == null ? DEFAULT : of(order.field(), order.direction());
  }

  private static ListingOrder of(Enum<?> field, OrderDirection direction) {
    return new ListingOrder(Key.valueOf(field.name()), OrderDirection.orAscending(direction));
  }
}
