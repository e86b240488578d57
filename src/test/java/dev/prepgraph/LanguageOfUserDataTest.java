package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The header Accept-Language sets the language of the catalogue beside a user's data. */
@QuarkusTest
class LanguageOfUserDataTest {

  private static final String TRACK =
      """
      mutation ($input: TrackInterviewInput!) { trackInterview(input: $input) {
        interview { id position guide { title } } userErrors { code } } }
      """;

  private final User user = User.unknown();
  private String question;

  @BeforeEach
  void findQuestion() {
    question = Published.guideQuestions().get(0);
  }

  private JsonPath send(String language, String document, Map<String, ?> variables) {
    return GraphQL.data(
        GraphQL.send(user.request().header("Accept-Language", language), document, variables));
  }

  private JsonPath send(String language, String document) {
    return send(language, document, Map.of());
  }

  private static String prompt(String locale, String id) {
    return GraphQL.query(
            "query ($id: ID!, $locale: String) { question(id: $id, locale: $locale) { prompt } }",
            Map.of("id", id, "locale", locale))
        .getString("question.prompt");
  }

  private static String title(String locale) {
    return GraphQL.query(
            "query ($id: ID!, $locale: String) { roleGuide(id: $id, locale: $locale) { title } }",
            Map.of("id", Published.guide(), "locale", locale))
        .getString("roleGuide.title");
  }

  private static Map<String, Object> input(Object... values) {
    return Map.of("input", GraphQL.map(values));
  }

  private JsonPath save(String language) {
    return send(
        language,
        """
        mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) {
          savedAnswer { id question { id prompt resolvedLocale criteria { resolvedLocale } } } userErrors { code } } }
        """,
        input("questionId", question, "body", "Mine", "expectedVersion", 0));
  }

  /** Apollo's cache writes the payload of a mutation over the objects of the page. */
  @Test
  void setsTheLanguageOfPayloads() {
    JsonPath saved = save("de");
    assertThat(saved.getString("saveAnswer.savedAnswer.question.prompt"))
        .isEqualTo(prompt("de", question))
        .isNotEqualTo(prompt("en", question));
    assertThat(saved.getList("saveAnswer.savedAnswer.question.criteria.resolvedLocale"))
        .containsOnly("de");
    String id = saved.getString("saveAnswer.savedAnswer.id");

    JsonPath rated =
        send(
            "de",
            """
            mutation ($input: AssessAnswerInput!) { assessAnswer(input: $input) {
              assessment { ratings { criterion { name resolvedLocale } } } userErrors { code } } }
            """,
            input(
                "answerId",
                id,
                "version",
                1,
                "ratings",
                List.of(Map.of("criterionId", Published.criteria(question).get(0), "score", 3))));
    assertThat(rated.getList("assessAnswer.assessment.ratings.criterion.resolvedLocale"))
        .containsExactly("de");

    JsonPath practised =
        send(
            "de",
            """
            mutation ($input: RecordPracticeInput!) { recordPractice(input: $input) {
              card { question { prompt } } userErrors { code } } }
            """,
            input("questionId", question, "rating", "GOOD"));
    assertThat(practised.getString("recordPractice.card.question.prompt"))
        .isEqualTo(prompt("de", question));

    JsonPath bookmarked =
        send(
            "de",
            """
            mutation ($input: SetBookmarkInput!) { setBookmark(input: $input) {
              bookmark { target { ... on Question { prompt } } } userErrors { code } } }
            """,
            input("id", question, "bookmarked", true));
    assertThat(bookmarked.getString("setBookmark.bookmark.target.prompt"))
        .isEqualTo(prompt("de", question));
  }

  @Test
  void setsTheLanguageOfPlansAndInterviews() {
    String plan =
        """
        mutation ($input: CreatePrepPlanInput!) { createPrepPlan(input: $input) { prepPlan { id title guide { title }
          days { items { kind title question { prompt resolvedLocale } } } } userErrors { code } } }
        """;
    JsonPath created =
        send(
            "de",
            plan,
            input(
                "guideId",
                Published.guide(),
                "interviewOn",
                LocalDate.now().plusDays(9).toString(),
                "dailyMinutes",
                45,
                "timeZone",
                "UTC"));
    assertThat(created.getString("createPrepPlan.prepPlan.guide.title")).isEqualTo(title("de"));
    assertThat(created.getString("createPrepPlan.prepPlan.title")).isEqualTo(title("de"));
    assertThat(created.getString("createPrepPlan.prepPlan.days[0].items[0].title"))
        .isEqualTo(title("de"));
    assertThat(
            created
                .<List<String>>getList("createPrepPlan.prepPlan.days.items.question.prompt")
                .stream()
                .flatMap(List::stream)
                .anyMatch(prompt("de", question)::equals))
        .isTrue();

    JsonPath tracked = send("de", TRACK, input("guideId", Published.guide()));
    String interview = tracked.getString("trackInterview.interview.id");
    assertThat(tracked.getString("trackInterview.interview.guide.title")).isEqualTo(title("de"));
    JsonPath debriefed =
        send(
            "de",
            """
            mutation ($input: SaveInterviewDebriefInput!) { saveInterviewDebrief(input: $input) { interview {
              debrief { askedQuestions { question { prompt } } } } userErrors { code field message } } }
            """,
            input(
                "interviewId",
                interview,
                "expectedVersion",
                1,
                "askedQuestions",
                List.of(Map.of("text", "Asked", "questionId", question, "rating", 4)),
                "gaps",
                List.of()));
    assertThat(
            debriefed.getString(
                "saveInterviewDebrief.interview.debrief.askedQuestions[0].question.prompt"))
        .isEqualTo(prompt("de", question));
  }

  @Test
  void setsTheLanguageOfTheViewer() {
    save("en");
    send("en", TRACK, input("guideId", Published.guide()));
    send(
        "en",
        "mutation ($input: RecordPracticeInput!) { recordPractice(input: $input) { userErrors { code } } }",
        input("questionId", question, "rating", "GOOD"));
    String document =
        """
        query ($locale: String, $guide: ID!) { viewer {
          savedAnswers(locale: $locale) { nodes { id question { prompt } } }
          practices(locale: $locale) { nodes { id question { prompt } } }
          interviews(locale: $locale) { nodes { id guide { title } } }
          readiness(guideId: $guide, locale: $locale) { criteria { criterion { name } } } } }
        """;
    Map<String, Object> variables = GraphQL.map("guide", Published.guide());
    JsonPath german = send("de", document, variables);
    assertThat(german.getString("viewer.savedAnswers.nodes[0].question.prompt"))
        .isEqualTo(prompt("de", question));
    assertThat(german.getString("viewer.practices.nodes[0].question.prompt"))
        .isEqualTo(prompt("de", question));
    assertThat(german.getString("viewer.interviews.nodes[0].guide.title")).isEqualTo(title("de"));
    variables.put("locale", "en");
    JsonPath english = send("de", document, variables);
    assertThat(english.getString("viewer.savedAnswers.nodes[0].question.prompt"))
        .isEqualTo(prompt("en", question));
    assertThat(english.getString("viewer.interviews.nodes[0].guide.title")).isEqualTo(title("en"));
    assertThat(english.getList("viewer.readiness.criteria.criterion.name"))
        .isNotEqualTo(german.getList("viewer.readiness.criteria.criterion.name"));

    String answer = german.getString("viewer.savedAnswers.nodes[0].id");
    JsonPath refetched =
        send(
            "de",
            "query ($id: ID!) { node(id: $id) { ... on SavedAnswer { question { prompt myAnswer { question { prompt } } } } } }",
            Map.of("id", answer));
    assertThat(refetched.getString("node.question.prompt")).isEqualTo(prompt("de", question));
    assertThat(refetched.getString("node.question.myAnswer.question.prompt"))
        .isEqualTo(prompt("de", question));
  }

  /** An argument, then the header, then the preference, then English. */
  @Test
  void comesBeforeTheStoredPreference() {
    assertThat(position("de")).isEqualTo(title("de"));
    assertThat(position("ja")).isEqualTo(title("en"));
    send(
        "en", "mutation { updatePreferences(input: {locale: \"de-AT\"}) { userErrors { code } } }");
    assertThat(position("en")).isEqualTo(title("en"));
    assertThat(position("ja")).isEqualTo(title("de"));
    assertThat(position("*")).isEqualTo(title("de"));
    assertThat(position("de", "locale", "en")).isEqualTo(title("en"));
  }

  private String position(String language, Object... more) {
    Map<String, Object> values = GraphQL.map(more);
    values.put("guideId", Published.guide());
    return send(language, TRACK, Map.of("input", values))
        .getString("trackInterview.interview.position");
  }

  @Test
  void changesNoPlan() {
    String document =
        """
        mutation ($input: CreatePrepPlanInput!) { createPrepPlan(input: $input) { prepPlan {
          days { plannedMinutes items { kind estimatedMinutes } } } userErrors { code } } }
        """;
    Map<String, Object> plan =
        input(
            "guideId",
            Published.guide(),
            "interviewOn",
            LocalDate.now().plusDays(9).toString(),
            "dailyMinutes",
            45,
            "timeZone",
            "UTC");
    User other = User.unknown();

    Map<String, Object> german = send("de", document, plan).getMap("createPrepPlan.prepPlan");
    assertThat(other.query(document, plan).getMap("createPrepPlan.prepPlan")).isEqualTo(german);
  }

  @Test
  void isSaidButNeverCached() {
    user.request()
        .header("Accept-Language", "de")
        .queryParam(
            "query", "{ question(slug: \"how-a-hash-map-works\") { prompt myAnswer { id } } }")
        .get("/graphql")
        .then()
        .header("Content-Language", "de")
        .header(
            "Vary",
            "Accept, Authorization, Origin, Prepgraph-Cost, Prepgraph-Partner, Prepgraph-Preview, Accept-Language")
        .header("Cache-Control", "private, no-store");
  }
}
