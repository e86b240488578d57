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

/** The GraphQL API of calendar feeds. */
@GraphQLApi
public class CalendarApi {

  private final CalendarService calendars;

  CalendarApi(CalendarService calendars) {
    this.calendars = calendars;
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a calendar feed of the user's plans and interviews at a secret address; an earlier address becomes invalid.")
  public CalendarFeedPayload rotateCalendarFeed() {
    return calendars.rotate();
  }

  @Mutation
  @NonNull
  @Description("Revokes the calendar feed; its address becomes invalid.")
  public RevokeCalendarFeedPayload revokeCalendarFeed() {
    return Payload.of(
        () -> {
          calendars.revoke();
          return new RevokeCalendarFeedPayload(true, List.of());
        },
        errors -> new RevokeCalendarFeedPayload(false, errors));
  }

  @Name("calendarFeed")
  @Description("The user's calendar feed; null without one.")
  public CalendarFeed calendarFeedOfViewer(@Source Viewer viewer) {
    return calendars.feed();
  }
}
