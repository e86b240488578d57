package dev.prepgraph.calendar;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.calendar.schema.CalendarFeed;
import dev.prepgraph.calendar.schema.CalendarFeedPayload;
import dev.prepgraph.calendar.schema.RevokeCalendarFeedPayload;
import dev.prepgraph.common.error.Payload;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** Whether a user's calendar can be subscribed to, and under which address. */
@GraphQLApi
public class CalendarApi {

  private final CalendarService calendars;

  CalendarApi(CalendarService calendars) {
    this.calendars = calendars;
  }

  @Mutation
  @NonNull
  @Description(
      "Makes the user's plans and interviews a calendar to subscribe to, at an address that nobody can guess. An earlier address leads nowhere from now on.")
  public CalendarFeedPayload rotateCalendarFeed() {
    return calendars.rotate();
  }

  @Mutation
  @NonNull
  @Description("Ends the calendar feed: its address leads nowhere from now on.")
  public RevokeCalendarFeedPayload revokeCalendarFeed() {
    return Payload.of(
        () -> {
          calendars.revoke();
          return new RevokeCalendarFeedPayload(true, List.of());
        },
        errors -> new RevokeCalendarFeedPayload(false, errors));
  }

  @Name("calendarFeed")
  @Description("The user's calendar feed; null when there is none.")
  public CalendarFeed calendarFeedOfViewer(@Source Viewer viewer) {
    return calendars.feed();
  }
}
