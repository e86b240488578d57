package dev.prepgraph.plan.schema;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CreatePrepPlanInput")
@Description("A plan to be made.")
public record CreatePrepPlanInput(
    @Id @NonNull @Description("The guide to prepare with.") String guideId,
    @Description("What to call the plan, 1 to 200 characters; the guide's title unless given.")
        String title,
    @NonNull
        @Description(
            "The day of the interview in the plan's time zone: today or later, at most three years.")
        LocalDate interviewOn,
    @NonNull @Description("How long to prepare on a day at the most, 5 to 1440 minutes.")
        int dailyMinutes,
    @NonNull
        @Description(
            "Where the plan's days begin, as an IANA time zone such as Europe/Berlin or UTC.")
        String timeZone,
    @Description("On which days of the week not to prepare; at most six of them.")
        List<Weekday> daysOff,
    @Description(
            "Repeating a call with the same key does not create a second plan. 1 to 255 characters, kept for 24 hours.")
        String idempotencyKey) {}
