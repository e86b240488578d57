package dev.prepgraph.plan.schema;

import dev.prepgraph.common.ListSize;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The items of one day.")
public record PlanDay(
    @NonNull @Description("The day, in the plan's time zone.") LocalDate date,
    @NonNull @Description("Total minutes of the items, done or open.") int plannedMinutes,
    @NonNull @Description("Items in working order; never empty.") @ListSize(assumedSize = 1440)
        List<@NonNull PlanItem> items) {}
