package dev.prepgraph.plan.schema;

import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdatePrepPlanInput")
@Description(
    "Changes of a plan; omitted and null fields stay unchanged. Open items are rescheduled unless only the title changes.")
public record UpdatePrepPlanInput(
    @Id @NonNull @Description("The plan.") String id,
    @Description("Title, 1 to 200 characters.") String title,
    @Description("The day of the interview in the plan's time zone: today or later.")
        LocalDate interviewOn,
    @Description("Maximum minutes a day, 5 to 1440.") Integer dailyMinutes,
    @Description("IANA time zone of the plan's days, for example Europe/Berlin.") String timeZone,
    @Nullable @Description("Days of the week without preparation; at most six.")
        List<@NonNull Weekday> daysOff,
    @NonNull
        @Description(
            "The version that the change is based on. A mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion) {}
