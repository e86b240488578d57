package dev.prepgraph.plan.schema.item;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("MovePlanItemInput")
@Description("A move of an item to a day.")
public record MovePlanItemInput(
    @Id @NonNull @Description("The item, not done.") String id,
    @NonNull
        @Description(
            "Day from today up to the interview, also one of the days off. Together with the done, custom and pinned items of that day, of all active plans, the item must fit into the plan's daily minutes; other items are rescheduled. A REVIEW stays after the day on which its question is learnt, and a LEARN item before the pinned REVIEW items of its question.")
        LocalDate date,
    @Description(
            "Position among the items of the day, from 1; the end by default and beyond. Without a position, an item that is pinned to that day stays in its place.")
        Integer position,
    @NonNull
        @Description(
            "The current version of the plan; a mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion) {}
