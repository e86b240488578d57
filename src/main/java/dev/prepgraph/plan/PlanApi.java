package dev.prepgraph.plan;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.plan.schema.CreatePrepPlanInput;
import dev.prepgraph.plan.schema.DeletePrepPlanInput;
import dev.prepgraph.plan.schema.DeletePrepPlanPayload;
import dev.prepgraph.plan.schema.PlanDay;
import dev.prepgraph.plan.schema.PlanItem;
import dev.prepgraph.plan.schema.PrepPlan;
import dev.prepgraph.plan.schema.PrepPlanConnection;
import dev.prepgraph.plan.schema.PrepPlanOrder;
import dev.prepgraph.plan.schema.PrepPlanPayload;
import dev.prepgraph.plan.schema.ReplanPrepPlanInput;
import dev.prepgraph.plan.schema.UpdatePrepPlanInput;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of plans. */
@GraphQLApi
public class PlanApi {

  private final PlanService plans;
  private final PlanEditor editor;

  PlanApi(PlanService plans, PlanEditor editor) {
    this.plans = plans;
    this.editor = editor;
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a plan: schedules the preparation for a guide over the days up to an interview. At most 50 plans of a user, of 5,000 items each.")
  public PrepPlanPayload createPrepPlan(
      @NonNull @Name("input") @Description("The plan.") CreatePrepPlanInput input) {
    return Payload.of(PrepPlanPayload::new, () -> editor.create(input));
  }

  @Mutation
  @NonNull
  @Description("Changes a plan, and reschedules its open items.")
  public PrepPlanPayload updatePrepPlan(
      @NonNull @Name("input") @Description("The changes.") UpdatePrepPlanInput input) {
    return Payload.of(PrepPlanPayload::new, () -> editor.update(input));
  }

  @Mutation
  @NonNull
  @Description(
      "Reschedules the open items over the remaining days, with the guide's current questions. Done items stay, and pinned ones as movePlanItem says; practised questions count as learnt, also where their learning is pinned, and their reviews follow the ratings.")
  public PrepPlanPayload replanPrepPlan(
      @NonNull @Name("input") @Description("The plan.") ReplanPrepPlanInput input) {
    return Payload.of(PrepPlanPayload::new, () -> editor.replan(input));
  }

  @Mutation
  @NonNull
  @Description("Deletes a plan with its items. Other plans stay unchanged.")
  public DeletePrepPlanPayload deletePrepPlan(
      @NonNull @Name("input") @Description("The plan.") DeletePrepPlanInput input) {
    return Payload.of(DeletePrepPlanPayload::new, () -> editor.delete(input.id()));
  }

  @Name("prepPlans")
  @Description("The user's plans, the newest first unless ordered otherwise.")
  public PrepPlanConnection prepPlansOfViewer(
      @Source Viewer viewer,
      @Name("orderBy") @Description("Order; the newest first by default.") PrepPlanOrder orderBy,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before,
      @Name("locale")
          @Description(
              "Language of the guides and questions, as a BCP 47 tag" + RequestLanguage.BY_DEFAULT)
          String locale) {
    return PrepPlanConnection.of(
        plans.list(
            PrepPlanOrder.orDefault(orderBy), PageRequest.of(first, after, last, before), locale));
  }

  @NonNull
  @Name("days")
  @Description("Days with items, in chronological order.")
  @ListSize(assumedSize = 5000, sizedFields = "items")
  public List<@NonNull PlanDay> daysOfPlan(
      @Source PrepPlan plan,
      @Name("from") @Description("First day to include.") LocalDate from,
      @Name("to") @Description("Last day to include.") LocalDate to) {
    return PlanService.days(plan, from, to);
  }

  @NonNull
  @Name("unscheduledItems")
  @ListSize(assumedSize = 5000)
  @Description(
      "Items without a day, because no day has room for them: the work of shortfallMinutes. Rescheduling assigns a day as soon as one has room; movePlanItem assigns one by hand.")
  public List<@NonNull PlanItem> unscheduledItemsOfPlan(@Source PrepPlan plan) {
    return plan.items().stream().filter(item -> item.date() == null).toList();
  }

  @NonNull
  @Name("guide")
  @Description(
      "The guide to prepare with, in its last published form; a withdrawn guide has no questions.")
  public List<@NonNull RoleGuide> guidesOfPlans(@Source List<PrepPlan> of) {
    return plans.guides(of);
  }

  @NonNull
  @Name("title")
  @Description("Prompt of the question, title of the guide, or title of the custom item.")
  @Cost(weight = 1)
  public List<@NonNull String> titlesOfItems(@Source List<PlanItem> items) {
    return plans.titles(items);
  }

  @Name("question")
  @Description("The question to learn or review, in its last published form; null for other items.")
  public List<Question> questionsOfItems(@Source List<PlanItem> items) {
    return plans.questions(items);
  }
}
