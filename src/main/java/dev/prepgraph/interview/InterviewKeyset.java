package dev.prepgraph.interview;

import dev.prepgraph.interview.InterviewRepository.StoredInterview;
import dev.prepgraph.interview.schema.listing.InterviewOrder;
import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.OrderDirection;
import java.util.List;
import java.util.function.Function;

/** The keysets of the orders of interviews; those without a value come last in both directions. */
final class InterviewKeyset {

  private InterviewKeyset() {}

  static Keyset<StoredInterview> of(InterviewOrder order) {
    return switch (order.field()) {
      case CREATED_AT ->
          new Keyset<>(
              order.direction(),
              List.of(Key.time("i.createdAt"), Key.id("i.id")),
              interview -> List.of(interview.createdAt(), interview.id()));
      case UPDATED_AT ->
          new Keyset<>(
              order.direction(),
              List.of(Key.time("i.changedAt"), Key.id("i.id")),
              interview -> List.of(interview.changedAt(), interview.id()));
      case SCHEDULED_AT ->
          missingLast(
              order.direction(),
              "i.details.scheduledAt",
              Key.time("coalesce(i.details.scheduledAt, i.createdAt)"),
              interview -> interview.details().scheduledAt(),
              StoredInterview::createdAt);
      case COMPANY ->
          missingLast(
              order.direction(),
              "i.details.company",
              Key.lowerCase("coalesce(i.details.company, '')"),
              interview -> interview.details().company(),
              interview -> "");
    };
  }

  /**
   * @param key of the column, or of another value where that is null
   */
  private static Keyset<StoredInterview> missingLast(
      OrderDirection direction,
      String column,
      Key key,
      Function<StoredInterview, Object> value,
      Function<StoredInterview, Object> otherwise) {
    int missing = direction == OrderDirection.ASC ? 1 : 0;
    Key isMissing =
        Key.number(
            "case when %s is null then %d else %d end".formatted(column, missing, 1 - missing));
    return new Keyset<>(
        direction,
        List.of(isMissing, key, Key.id("i.id")),
        interview ->
            value.apply(interview) == null
                ? List.of(missing, otherwise.apply(interview), interview.id())
                : List.of(1 - missing, value.apply(interview), interview.id()));
  }
}
