package dev.prepgraph.plan.schema;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdatePrepPlanInput")
@Description(
    "Changes of a plan; what is not given stays as it is. Unless only the title changes, open items are rescheduled.")
public record UpdatePrepPlanInput(
    @Id @NonNull @Description("The plan.") String id,
    @Description("What to call the plan, 1 to 200 characters.") String title,
    @Description("The day of the interview in the plan's time zone: today or later.")
        LocalDate interviewOn,
    @Description("How long to prepare on a day at the most, 5 to 1440 minutes.")
        Integer dailyMinutes,
    @Description("Where the plan's days begin, as an IANA time zone.") String timeZone,
    @Description("On which days of the week not to prepare; at most six of them.")
        List<Weekday> daysOff,
    @NonNull
        @Description(
            "The version that the change was made on. A mismatch is a CONFLICT and nothing is written, unless this repeats the change that made the newest version.")
        int expectedVersion) {}
