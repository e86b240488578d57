package dev.prepgraph.plan.schema;

import dev.prepgraph.common.ListSize;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What to do on one day.")
public record PlanDay(
    @NonNull @Description("The day, in the plan's time zone.") LocalDate date,
    @NonNull @Description("How long all of its items take, done or not.") int plannedMinutes,
    @NonNull @Description("What to do, in this order; never empty.") @ListSize(assumedSize = 1440)
        List<@NonNull PlanItem> items) {}
