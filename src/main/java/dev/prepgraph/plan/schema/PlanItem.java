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
    "One thing to do. Replanning keeps its id, and may remove it as long as it is not done.")
public record PlanItem(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("What there is to do.") PlanItemKind kind,
    @Description(
            "On which day, in the plan's time zone; null where no day has room for it: then it is among the plan's unscheduledItems.")
        LocalDate date,
    @NonNull
        @Description(
            "How long it takes: by the difficulty and framework of a question; at 200 words a minute for reading.")
        int estimatedMinutes,
    @NonNull @Description("Whether it is done.") boolean done,
    @Description("When it was done; null until then.") Instant doneAt,
    @Ignore UUID questionKey,
    @Ignore String ownTitle,
    @Ignore UUID guideKey,
    @Ignore String locale)
    implements Node {}
