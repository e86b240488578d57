package dev.prepgraph.plan;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents and inputs of plans. */
public final class Plans {

  static final String PLAN =
      " { id title interviewOn dailyMinutes timeZone daysOff feasible shortfallMinutes version guide { slug }"
          + " progress { done total } days { date plannedMinutes items"
          + " { id kind title date estimatedMinutes done doneAt question { id difficulty framework criteria { slug } } } } } ";

  private static final String PAYLOAD =
      " { prepPlan " + PLAN + " userErrors { code field message } } ";

  static final String CREATE =
      "mutation ($input: CreatePrepPlanInput!) { r: createPrepPlan(input: $input) " + PAYLOAD + "}";
  static final String UPDATE =
      "mutation ($input: UpdatePrepPlanInput!) { r: updatePrepPlan(input: $input) " + PAYLOAD + "}";
  static final String REPLAN =
      "mutation ($id: ID!) { r: replanPrepPlan(input: {id: $id}) " + PAYLOAD + "}";
  static final String ADD =
      "mutation ($input: AddPlanItemInput!) { r: addPlanItem(input: $input) " + PAYLOAD + "}";
  static final String DONE =
      "mutation ($id: ID!, $done: Boolean!) { r: setPlanItemDone(input: {id: $id, done: $done}) "
          + PAYLOAD
          + "}";
  static final String DELETE_ITEM =
      "mutation ($id: ID!) { r: deletePlanItem(input: {id: $id}) " + PAYLOAD + "}";
  static final String DELETE =
      "mutation ($id: ID!) { r: deletePrepPlan(input: {id: $id}) { deletedId userErrors { code field } } }";

  static final String MOVE =
      "mutation ($input: MovePlanItemInput!) { r: movePlanItem(input: $input) " + PAYLOAD + "}";
  static final String REORDER =
      "mutation ($input: ReorderPlanItemsInput!) { r: reorderPlanItems(input: $input) "
          + PAYLOAD
          + "}";
  static final String EDIT =
      "mutation ($input: UpdatePlanItemInput!) { r: updatePlanItem(input: $input) " + PAYLOAD + "}";
  static final String ALL_DONE =
      "mutation ($ids: [ID!]!, $done: Boolean!) { r: setPlanItemsDone(input: {ids: $ids, done: $done}) {"
          + " items { id done } prepPlans { id version progress { done } } userErrors { code field message } } }";

  /** One item, on its day. */
  record Item(
      String id,
      String kind,
      String title,
      LocalDate date,
      int minutes,
      boolean done,
      String question) {}

  private Plans() {}

  /** A plan of 45 minutes a day in UTC, with changes. */
  static Map<String, Object> input(String interviewOn, Object... changes) {
    Map<String, Object> input = new HashMap<>();
    input.put("guideId", Published.guide());
    input.put("interviewOn", interviewOn);
    input.put("dailyMinutes", 45);
    input.put("timeZone", "UTC");
    input.putAll(GraphQL.map(changes));
    return input;
  }

  /** The plan of a mutation that must succeed. */
  static JsonPath plan(User user, String mutation, Map<String, ?> variables) {
    return user.mutate(mutation, variables).setRootPath("data.r.prepPlan");
  }

  public static JsonPath create(User user, String interviewOn, Object... changes) {
    return plan(user, CREATE, Map.of("input", input(interviewOn, changes)));
  }

  static JsonPath replan(User user, JsonPath plan) {
    return plan(user, REPLAN, Map.of("id", plan.getString("id")));
  }

  static JsonPath update(User user, JsonPath plan, Object... changes) {
    Map<String, Object> input = GraphQL.map(changes);
    input.put("id", plan.getString("id"));
    input.putIfAbsent("expectedVersion", plan.getInt("version"));
    return plan(user, UPDATE, Map.of("input", input));
  }

  static JsonPath add(User user, JsonPath plan, String title, String date, int minutes) {
    return plan(
        user,
        ADD,
        Map.of(
            "input",
            GraphQL.map(
                "planId",
                plan.getString("id"),
                "title",
                title,
                "date",
                date,
                "estimatedMinutes",
                minutes)));
  }

  static JsonPath done(User user, String item, boolean done) {
    return plan(user, DONE, Map.of("id", item, "done", done));
  }

  static List<Item> items(JsonPath plan) {
    List<Item> items = new ArrayList<>();
    for (Map<String, Object> day : plan.<Map<String, Object>>getList("days")) {
      @SuppressWarnings("unchecked") // that is what the days of a plan hold
      List<Map<String, Object>> ofDay = (List<Map<String, Object>>) day.get("items");
      for (Map<String, Object> item : ofDay) {
        Map<?, ?> question = (Map<?, ?>) item.get("question");
        items.add(
            new Item(
                (String) item.get("id"),
                (String) item.get("kind"),
                (String) item.get("title"),
                LocalDate.parse((String) day.get("date")),
                (int) item.get("estimatedMinutes"),
                (boolean) item.get("done"),
                question == null ? null : (String) question.get("id")));
      }
    }
    return items;
  }

  static List<Item> items(JsonPath plan, String kind) {
    return items(plan).stream().filter(item -> item.kind().equals(kind)).toList();
  }

  static Map<LocalDate, Integer> minutes(JsonPath plan) {
    Map<LocalDate, Integer> minutes = new LinkedHashMap<>();
    items(plan).forEach(item -> minutes.merge(item.date(), item.minutes(), Integer::sum));
    return minutes;
  }
}
