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
    "What to do on which day until an interview. The plans of a user share the minutes of a day, the one with the soonest interview first. Nobody else can see it.")
@Cost(weight = 36 * Cost.LONG_TEXT) // its items, which are read with it
public record PrepPlan(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("What the user calls it.") String title,
    @NonNull @Description("The day of the interview, in the plan's time zone.")
        LocalDate interviewOn,
    @NonNull @Description("How long to prepare on a day at the most.") int dailyMinutes,
    @NonNull @Description("Where the plan's days begin, as an IANA time zone.") String timeZone,
    @NonNull
        @Description("On which days of the week nothing is planned.")
        @ListSize(assumedSize = 6)
        List<@NonNull Weekday> daysOff,
    @NonNull
        @Description(
            "False when the days left do not hold the work; shortfallMinutes says by how much. The work is to learn every question, and to review what would be forgotten by the last day.")
        boolean feasible,
    @NonNull @Description("The minutes of work that have no place in any day.")
        int shortfallMinutes,
    @NonNull @Description("How far it is.") PlanProgress progress,
    @NonNull
        @Description(
            "Grows with every change of the plan or its items; send it back as expectedVersion.")
        int version,
    @NonNull @Description("When it was made.") Instant createdAt,
    @Ignore UUID guideKey,
    @Ignore List<PlanItem> items,
    @Ignore String locale)
    implements Node {}
