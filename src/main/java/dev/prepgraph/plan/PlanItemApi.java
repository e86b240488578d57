package dev.prepgraph.plan;

import dev.prepgraph.common.error.Payload;
import dev.prepgraph.plan.schema.PrepPlanPayload;
import dev.prepgraph.plan.schema.item.AddPlanItemInput;
import dev.prepgraph.plan.schema.item.DeletePlanItemInput;
import dev.prepgraph.plan.schema.item.DeletePlanItemPayload;
import dev.prepgraph.plan.schema.item.MovePlanItemInput;
import dev.prepgraph.plan.schema.item.ReorderPlanItemsInput;
import dev.prepgraph.plan.schema.item.SetPlanItemDoneInput;
import dev.prepgraph.plan.schema.item.SetPlanItemsDoneInput;
import dev.prepgraph.plan.schema.item.SetPlanItemsDonePayload;
import dev.prepgraph.plan.schema.item.UpdatePlanItemInput;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** The GraphQL API of the items of plans. */
@GraphQLApi
public class PlanItemApi {

  private final ItemEditor editor;

  PlanItemApi(ItemEditor editor) {
    this.editor = editor;
  }

  @Mutation
  @NonNull
  @Description(
      "Adds a custom item to a day of a plan, at most 200 to a plan; other items of the day are rescheduled.")
  public PrepPlanPayload addPlanItem(
      @NonNull @Name("input") @Description("The item.") AddPlanItemInput input) {
    return Payload.of(PrepPlanPayload::new, () -> editor.add(input));
  }

  @Mutation
  @NonNull
  @Description(
      "Moves an open item of any kind to a day, and pins it: rescheduling leaves it there as long as the plan has the day, the item fits into its daily minutes beside its other fixed items, the guide has the question, and a REVIEW comes after its learning; the LEARN items of a question end with its first practice. Moving a REVIEW also pins the LEARN items of its question. Other items are rescheduled.")
  public PrepPlanPayload movePlanItem(
      @NonNull @Name("input") @Description("The move.") MovePlanItemInput input) {
    return Payload.of(PrepPlanPayload::new, () -> editor.move(input));
  }

  @Mutation
  @NonNull
  @Description(
      "Reorders the items of a day, and pins them; for a REVIEW also the open LEARN items of its question on other days.")
  public PrepPlanPayload reorderPlanItems(
      @NonNull @Name("input") @Description("The order.") ReorderPlanItemsInput input) {
    return Payload.of(PrepPlanPayload::new, () -> editor.reorder(input));
  }

  @Mutation
  @NonNull
  @Description(
      "Changes the title or the estimated time of a custom item; new minutes reschedule other items.")
  public PrepPlanPayload updatePlanItem(
      @NonNull @Name("input") @Description("The changes.") UpdatePlanItemInput input) {
    return Payload.of(PrepPlanPayload::new, () -> editor.update(input));
  }

  @Mutation("setPlanItemDone") // SmallRye removes "set"
  @NonNull
  @Description("Marks an item as done or open, without rescheduling.")
  public PrepPlanPayload setPlanItemDone(
      @NonNull @Name("input") @Description("The item.") SetPlanItemDoneInput input) {
    return Payload.of(PrepPlanPayload::new, () -> editor.setDone(input));
  }

  @Mutation("setPlanItemsDone") // SmallRye removes "set"
  @NonNull
  @Description("Marks items of any plans as done or open, all or none, without rescheduling.")
  public SetPlanItemsDonePayload setPlanItemsDone(
      @NonNull @Name("input") @Description("The items.") SetPlanItemsDoneInput input) {
    return Payload.of(
        () -> editor.setDone(input),
        errors -> new SetPlanItemsDonePayload(List.of(), List.of(), errors));
  }

  @Mutation
  @NonNull
  @Description("Deletes a custom item, and reschedules the plan. Other items cannot be deleted.")
  public DeletePlanItemPayload deletePlanItem(
      @NonNull @Name("input") @Description("The item.") DeletePlanItemInput input) {
    return Payload.of(
        () -> new DeletePlanItemPayload(input.id(), editor.delete(input.id()), List.of()),
        errors -> new DeletePlanItemPayload(null, null, errors));
  }
}
