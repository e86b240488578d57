package dev.prepgraph.account.transfer;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills all sections of an account through the API. */
public final class FullAccount {

  private final User user;
  private final String guide;
  private final List<String> questions;
  private final String criterion;

  private FullAccount(User user) {
    this.user = user;
    JsonPath catalogue =
        GraphQL.query(
            "query ($slug: String!) { roleGuide(slug: $slug) { id questions(first: 9) { nodes: edges { node { id criteria { id } } } } } }",
            Map.of("slug", Published.GUIDE));
    guide = catalogue.getString("roleGuide.id");
    questions = catalogue.getList("roleGuide.questions.nodes.node.id");
    criterion = catalogue.getString("roleGuide.questions.nodes[0].node.criteria[0].id");
  }

  /** Fills the account of a user. */
  public static void fill(User user) {
    FullAccount account = new FullAccount(user);
    account.answer();
    account.practise();
    account.track(account.plan());
    account.bookmark();
    account.prefer();
  }

  private void answer() {
    String first = save(0, 0, "body", "uno ü \"quoted\"\n😀\t", "status", "DRAFT");
    save(0, 1, "body", "due", "status", "READY");
    save(0, 2, "star", Map.of("situation", "S", "action", "", "result", "R\u2028"));
    save(1, 0, "star", Map.of("task", "x😀".repeat(500)), "status", "READY");
    save(2, 0, "body", "");
    run(
        "mutation ($input: AssessAnswerInput!) { r: assessAnswer(input: $input) { userErrors { code } } }",
        "input",
        Map.of(
            "answerId",
            first,
            "version",
            2,
            "ratings",
            List.of(Map.of("criterionId", criterion, "score", 4))));
  }

  private String save(int question, int expectedVersion, Object... content) {
    Map<String, Object> input = GraphQL.map(content);
    input.put("questionId", questions.get(question));
    input.put("expectedVersion", expectedVersion);
    return run(
            "mutation ($input: SaveAnswerInput!) { r: saveAnswer(input: $input) { savedAnswer { id } userErrors { code } } }",
            "input",
            input)
        .getString("savedAnswer.id");
  }

  private void practise() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    practise(0, "AGAIN", now.minus(3, ChronoUnit.DAYS));
    practise(0, "GOOD", now.minus(9, ChronoUnit.DAYS));
    practise(3, "EASY", now.minusSeconds(7));
    String start =
        "mutation ($input: StartPracticeSessionInput!) { r: startPracticeSession(input: $input) { practiceSession { id } userErrors { code } } }";
    String session =
        run(start, "input", Map.of("guideId", guide, "questions", 3, "minutesEach", 5))
            .getString("practiceSession.id");
    run(
        "mutation ($input: AnswerPracticeQuestionInput!) { r: answerPracticeQuestion(input: $input) { userErrors { code } } }",
        "input",
        Map.of("sessionId", session, "position", 2, "body", "Said só", "expectedVersion", 0));
    run(
        "mutation ($id: ID!) { r: finishPracticeSession(input: {id: $id}) { userErrors { code } } }",
        "id",
        session);
    run(start, "input", Map.of("guideId", guide, "questions", 1, "minutesEach", 1));
  }

  private void practise(int question, String rating, Instant at) {
    run(
        "mutation ($input: RecordPracticeInput!) { r: recordPractice(input: $input) { userErrors { code } } }",
        "input",
        Map.of(
            "questionId", questions.get(question), "rating", rating, "practisedAt", at.toString()));
  }

  private String plan() {
    LocalDate day = LocalDate.now().plusDays(20);
    String create =
        "mutation ($input: CreatePrepPlanInput!) { r: createPrepPlan(input: $input) { prepPlan { id days { date items { id } } } userErrors { code message } } }";
    JsonPath plan =
        run(
            create,
            "input",
            Map.of(
                "guideId",
                guide,
                "title",
                "Große Pläne",
                "interviewOn",
                day.toString(),
                "dailyMinutes",
                30,
                "timeZone",
                "Europe/Berlin",
                "daysOff",
                List.of("SUNDAY", "MONDAY")));
    String id = plan.getString("prepPlan.id");
    run(
        "mutation ($input: AddPlanItemInput!) { r: addPlanItem(input: $input) { userErrors { code message } } }",
        "input",
        Map.of(
            "planId",
            id,
            "title",
            "Call 📞",
            "date",
            day.minusDays(3).toString(),
            "estimatedMinutes",
            7));
    run(
        "mutation ($id: ID!) { r: setPlanItemDone(input: {id: $id, done: true}) { userErrors { code } } }",
        "id",
        plan.getString("prepPlan.days[0].items[0].id"));
    run(
        "mutation ($input: MovePlanItemInput!) { r: movePlanItem(input: $input) { userErrors { code message } } }",
        "input",
        Map.of(
            "id", plan.getString("prepPlan.days[1].items[0].id"),
            "date", plan.getString("prepPlan.days[2].date"),
            "expectedVersion", 3));
    run(
        create,
        "input",
        Map.of(
            "guideId",
            Published.guide("qa-engineer-intern"),
            "interviewOn",
            LocalDate.now().plusDays(4).toString(),
            "dailyMinutes",
            5,
            "timeZone",
            "Asia/Kolkata"));
    return id;
  }

  private void track(String plan) {
    String track =
        "mutation ($input: TrackInterviewInput!) { r: trackInterview(input: $input) { interview { id } userErrors { code message } } }";
    String interview =
        run(
                track,
                "input",
                GraphQL.map(
                    "company",
                    "ACME",
                    "position",
                    "Developer",
                    "guideId",
                    guide,
                    "planId",
                    plan,
                    "scheduledAt",
                    Instant.now().plus(20, ChronoUnit.DAYS).toString(),
                    "timeZone",
                    "Asia/Tokyo",
                    "location",
                    "Room \"1\"",
                    "notes",
                    "uno ü\n😀"))
            .getString("interview.id");
    run(track, "input", GraphQL.map("company", "Second", "position", "Tester"));
    run(
        "mutation ($input: AddInterviewStageInput!) { r: addInterviewStage(input: $input) { userErrors { code } } }",
        "input",
        GraphQL.map("name", "Übergabe", "closed", true));
    List<Map<String, Object>> stages =
        new ArrayList<>(
            user.query("{ viewer { interviewStages { id name } } }")
                .getList("viewer.interviewStages"));
    for (Object name : List.of("Offer", "Übergabe")) {
      run(
          "mutation ($input: ID!, $stage: ID!) { r: moveInterview(input: {id: $input, stageId: $stage}) { userErrors { code } } }",
          "input",
          interview,
          "stage",
          stages.stream()
              .filter(s -> s.get("name").equals(name))
              .findFirst()
              .orElseThrow()
              .get("id"));
    }
    run(
        "mutation ($input: SaveInterviewDebriefInput!) { r: saveInterviewDebrief(input: $input) { userErrors { code message } } }",
        "input",
        Map.of(
            "interviewId",
            interview,
            "expectedVersion",
            3,
            "notes",
            "went so so",
            "askedQuestions",
            List.of(
                Map.of("questionId", questions.get(0), "rating", 1, "notes", "hm"),
                Map.of("text", "Why?", "rating", 5)),
            "gaps",
            List.of(
                Map.of("questionId", questions.get(1), "note", "learn"),
                Map.of("criterionId", criterion))));
  }

  private void bookmark() {
    for (String id : List.of(guide, questions.get(4))) {
      run(
          "mutation ($id: ID!) { r: setBookmark(input: {id: $id, bookmarked: true}) { userErrors { code } } }",
          "id",
          id);
    }
  }

  private void prefer() {
    run(
        "mutation ($input: UpdatePreferencesInput!) { r: updatePreferences(input: $input) { userErrors { code } } }",
        "input",
        Map.of("locale", "de-AT", "timeZone", "Europe/Vienna"));
  }

  private JsonPath run(String mutation, Object... variables) {
    return user.mutate(mutation, GraphQL.map(variables));
  }
}
