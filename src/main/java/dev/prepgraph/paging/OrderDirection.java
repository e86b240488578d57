package dev.prepgraph.paging;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Direction of an order.")
public enum OrderDirection {
  @Description("The smallest, the earliest or the first of the alphabet first.")
  ASC,
  @Description("The greatest, the latest or the last of the alphabet first.")
  DESC;

  /** The given direction, or ascending for null. */
  public static OrderDirection orAscending(OrderDirection given) {
    return given == null ? ASC : given;
  }
}
