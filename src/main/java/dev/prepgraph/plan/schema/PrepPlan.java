package dev.prepgraph.plan.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.node.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "Daily schedule of preparation up to an interview. The plans of a user share the minutes of a day, the plan with the earliest interview first. Visible to its user only.")
@Cost(weight = 36 * Cost.LONG_TEXT) // its items, which are read with it
public record PrepPlan(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Title, chosen by the user.") String title,
    @NonNull @Description("The day of the interview, in the plan's time zone.")
        LocalDate interviewOn,
    @NonNull @Description("Maximum minutes a day.") int dailyMinutes,
    @NonNull @Description("IANA time zone of the plan's days, for example Europe/Berlin.")
        String timeZone,
    @NonNull
        @Description("Days of the week without items, other than those that the user put there.")
        @ListSize(assumedSize = 6)
        List<@NonNull Weekday> daysOff,
    @NonNull
        @Description(
            "Whether the remaining days suffice to learn every question and to do each review that is due by the last day.")
        boolean feasible,
    @NonNull @Description("Minutes of work that fit into no day.") int shortfallMinutes,
    @NonNull @Description("Progress.") PlanProgress progress,
    @NonNull
        @Description(
            "Increases with each change of the plan or its items; expectedVersion of the next change.")
        int version,
    @NonNull @Description("Creation time.") Instant createdAt,
    @Ignore UUID guideKey,
    @Ignore List<PlanItem> items,
    @Ignore String locale)
    implements Node {

  public static final char KIND = 'P';
}
