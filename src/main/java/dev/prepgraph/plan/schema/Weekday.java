package dev.prepgraph.plan.schema;

import java.time.DayOfWeek;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("A day of the week.")
public enum Weekday {
  @Description("The first day of the week, in ISO 8601.")
  MONDAY,
  @Description("The second.")
  TUESDAY,
  @Description("The third.")
  WEDNESDAY,
  @Description("The fourth.")
  THURSDAY,
  @Description("The fifth.")
  FRIDAY,
  @Description("The sixth.")
  SATURDAY,
  @Description("The last.")
  SUNDAY;

  public static Weekday of(DayOfWeek day) {
    return values()[day.ordinal()];
  }

  /** Its number in ISO 8601. */
  public int number() {
    return ordinal() + 1;
  }
}
