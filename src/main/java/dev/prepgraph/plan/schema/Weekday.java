package dev.prepgraph.plan.schema;

import java.time.DayOfWeek;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("A day of the week.")
public enum Weekday {
  @Description("ISO 8601 day 1.")
  MONDAY,
  @Description("ISO 8601 day 2.")
  TUESDAY,
  @Description("ISO 8601 day 3.")
  WEDNESDAY,
  @Description("ISO 8601 day 4.")
  THURSDAY,
  @Description("ISO 8601 day 5.")
  FRIDAY,
  @Description("ISO 8601 day 6.")
  SATURDAY,
  @Description("ISO 8601 day 7.")
  SUNDAY;

  public static Weekday of(DayOfWeek day) {
    return values()[day.ordinal()];
  }

  /** ISO 8601 number. */
  public int number() {
    return ordinal() + 1;
  }
}
