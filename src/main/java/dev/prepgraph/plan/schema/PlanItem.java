package dev.prepgraph.plan.schema;

import dev.prepgraph.node.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "An item of a plan. Rescheduling preserves ids; it may remove open items, except custom ones and pinned ones that stay on their day.")
public record PlanItem(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Kind of work.") PlanItemKind kind,
    @Description("Day in the plan's time zone; null for unscheduledItems.") LocalDate date,
    @NonNull
        @Description(
            "The estimate of a question to learn, by the difficulty for its reviews, and at 200 words a minute for reading.")
        int estimatedMinutes,
    @NonNull @Description("Whether it is done.") boolean done,
    @Description("Completion time; null for open items.") Instant doneAt,
    @NonNull
        @Description(
            "Whether rescheduling leaves the item on its day: a custom item as long as the plan has that day; a moved or reordered item as long as the day meets the conditions of movePlanItem within its plan and the guide has the question, and learning only until the question is practised.")
        boolean pinned,
    @Ignore UUID questionKey,
    @Ignore String ownTitle,
    @Ignore UUID guideKey,
    @Ignore String locale)
    implements Node {}
