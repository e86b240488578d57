package dev.prepgraph.plan.schema;

import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CreatePrepPlanInput")
@Description("A plan to create.")
public record CreatePrepPlanInput(
    @Id @NonNull @Description("The guide to prepare with.") String guideId,
    @Description("Title, 1 to 200 characters; the guide's title by default.") String title,
    @NonNull
        @Description(
            "The day of the interview in the plan's time zone: today or later, at most three years.")
        LocalDate interviewOn,
    @NonNull @Description("Maximum minutes a day, 5 to 1440.") int dailyMinutes,
    @Description(
            "IANA time zone of the plan's days, for example Europe/Berlin; that of the user's preferences by default.")
        String timeZone,
    @Nullable @Description("Days of the week without preparation; at most six.")
        List<@NonNull Weekday> daysOff,
    @Description(
            "Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key creates no second plan.")
        String idempotencyKey) {}
