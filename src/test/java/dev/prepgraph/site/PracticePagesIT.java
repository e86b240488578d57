package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class PracticePagesIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  private static final String PRACTICES = "{ viewer { practices { nodes { rating } } } }";

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator card(Page page) {
    return page.getByRole(AriaRole.ARTICLE);
  }

  private static Locator prompt(Page page) {
    return card(page).getByRole(AriaRole.HEADING).first();
  }

  private static void saveAnswer(SiteApi device, String question) {
    device.mutate(
        "mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { userErrors { message } } }",
        Map.of(
            "questionId",
            question,
            "body",
            "My *own* words.",
            "status",
            "DRAFT",
            "expectedVersion",
            0));
  }

  private static void practise(SiteApi device, String prompt) {
    String question =
        device
            .query("{ viewer { practiceQueue { question { id prompt } } } }")
            .param("prompt", prompt)
            .getString(
                "data.viewer.practiceQueue.find { it.question.prompt == prompt }.question.id");
    device.mutate(
        "mutation ($input: RecordPracticeInput!) { recordPractice(input: $input) { userErrors { message } } }",
        Map.of("questionId", question, "rating", "EASY"));
  }

  private static List<String> ratings(SiteApi device) {
    return device.query(PRACTICES).getList("data.viewer.practices.nodes.rating");
  }

  /** Answers questions on the other device, which brings them to the page. */
  private static void answerQuestions(Page page, SiteApi device, int count) {
    device
        .query(
            "{ roleGuide(slug: \"backend-developer-intern\") { questions(first: %d) { nodes { id } } } }"
                .formatted(count))
        .<String>getList("data.roleGuide.questions.nodes.id")
        .forEach(question -> saveAnswer(device, question));
    page.getByText("0 rated, " + count + " due").waitFor();
  }

  @ParameterizedTest
  @ValueSource(ints = {SitePages.WIDE, SitePages.NARROW})
  void ratesByKeyboard(int width) {
    Page page = SITE.openAs(SITE.newUser(), "/practice", width);
    SiteApi device = SiteApi.of(SITE, page);
    answerQuestions(page, device, 2);
    String first = prompt(page).textContent();

    page.keyboard().press("Space");
    page.keyboard().press("3");
    assertThat(page.getByText("How to answer").count()).as("keys outside of the card").isZero();
    button(page, "Show the answer").focus();
    page.keyboard().press("3");
    page.keyboard().press("Space");
    page.getByText("My own words.").waitFor();
    SitePages.assertAccessible(page);
    page.keyboard().press("3");

    page.getByText("Rated “Good”: due again in 2 days.").waitFor();
    assertThat(prompt(page).textContent()).isNotEqualTo(first);
    page.keyboard().press("Space");
    page.keyboard().press("1");
    page.getByText("Rated “Again”: due again").waitFor();
    page.getByText("Nothing is due.").waitFor();
    assertThat(ratings(device)).containsExactly("AGAIN", "GOOD");
    SitePages.assertAccessible(page);

    button(page, "Undo “Again”").click();
    page.getByText("The rating is undone.").waitFor();
    assertThat(prompt(page).textContent()).isNotEqualTo(first);
    assertThat(ratings(device)).containsExactly("GOOD");
  }

  @Test
  void showsWhatAnotherDeviceHasPractised() {
    Page page = SITE.openAs(SITE.newUser(), "/practice", SitePages.WIDE);
    SiteApi device = SiteApi.of(SITE, page);
    answerQuestions(page, device, 2);
    String first = prompt(page).textContent();

    practise(device, first);

    page.getByText("The question was practised elsewhere").waitFor();
    assertThat(prompt(page).textContent()).isNotEqualTo(first);
    page.getByText("Easy, ").waitFor();
  }

  @Test
  void sendsOnceWhatWasRatedOffline() {
    Page page = SITE.openAs(SITE.newUser(), "/practice", SitePages.WIDE);
    SiteApi device = SiteApi.of(SITE, page);
    answerQuestions(page, device, 4);

    page.context().setOffline(true);
    card(page).focus();
    for (String key : List.of("4", "2", "1")) {
      page.keyboard().press("Space");
      page.keyboard().press(key);
    }
    page.getByText("3 rated here").waitFor();
    button(page, "Undo “Again”").click();

    // The service records the first, and its answer is lost.
    AtomicInteger lost = new AtomicInteger();
    page.route("**/graphql", route -> loseFirstRating(route, lost));
    page.context().setOffline(false);

    // What is sent waits until it is answered, and the third until it is undone.
    page.waitForFunction(
        "() => Object.entries(localStorage).every(([key, value]) => !key.startsWith('ratings ') || value === '[]')");
    assertThat(lost).hasValueGreaterThan(3);
    assertThat(ratings(device)).containsExactly("HARD", "EASY");
    page.waitForCondition(() -> button(page, "Undo").count() == 3);
  }

  private static void loseFirstRating(Route route, AtomicInteger ratings) {
    if (!String.valueOf(route.request().postData()).contains("\"rating\"")) {
      route.resume();
    } else if (ratings.incrementAndGet() == 1) {
      route.fetch();
      route.abort();
    } else {
      route.resume();
    }
  }

  private static int secondsLeft(Page page) {
    String[] clock = page.getByRole(AriaRole.TIMER).textContent().split(":");
    return 60 * Integer.parseInt(clock[0].strip()) + Integer.parseInt(clock[1].strip());
  }

  @Test
  void aTimedSessionSurvivesAReloadAndIsFoundOnAnotherDevice() {
    String user = SITE.newUser();
    Page page = SITE.openAs(user, "/practice", SitePages.NARROW);
    startSession(page);
    page.getByLabel("Your answer").fill("By its logs.");
    page.getByText("Saved in time.").waitFor();
    int before = secondsLeft(page);
    SitePages.assertAccessible(page);

    page.reload();
    page.getByText("Question 2 of 2").waitFor();
    button(page, "1 in time").click();
    assertThat(page.getByLabel("Your answer").inputValue()).isEqualTo("By its logs.");
    assertThat(secondsLeft(page)).isBetween(1, before);

    Page other = SITE.openAs(user, "/practice", SitePages.WIDE);
    other.getByText("Go on:").click();
    other.getByLabel("Your answer").fill("Both written here.");
    page.getByText("2 in time").waitFor();
    button(other, "Finish the session").click();

    page.getByText("2 of 2 answered in time").waitFor();
    SitePages.assertAccessible(page);
    button(page, "Good").first().click();
    other.getByText("Rated: due again").waitFor();
  }

  private static void startSession(Page page) {
    page.getByText("Questions come here").waitFor();
    page.locator("select[name=guideId]").selectOption("Backend Developer Intern");
    page.getByLabel("Questions", new Page.GetByLabelOptions().setExact(true)).fill("2");
    button(page, "Start").click();
    page.getByRole(AriaRole.TIMER).waitFor();
  }

  private static Object keptTexts(Page page) {
    return page.evaluate(
        "Object.keys(localStorage).filter((key) => key.startsWith('session ')).length");
  }

  @Test
  void finishingSavesTheAnswersOfAllQuestionsFirst() {
    Page page = SITE.openAs(SITE.newUser(), "/practice", SitePages.WIDE);
    startSession(page);
    page.route(
        "**/graphql",
        route -> {
          if (String.valueOf(route.request().postData()).contains("\"expectedVersion\"")) {
            route.abort();
          } else {
            route.resume();
          }
        });
    page.getByLabel("Your answer").fill("Typed offline.");
    button(page, "Next question").click();
    page.getByText("Question 2 of 2").waitFor();
    page.getByLabel("Your answer").fill("Typed offline, too.");
    page.getByText("The service cannot be reached").waitFor();
    assertThat(keptTexts(page)).isEqualTo(2);

    page.unroute("**/graphql");
    button(page, "Finish the session").click();

    page.getByText("2 of 2 answered in time").waitFor();
    page.getByText("Typed offline.").waitFor();
    assertThat(page.getByText("not saved in the session").count()).isZero();
    assertThat(keptTexts(page)).isEqualTo(0);
  }
}
