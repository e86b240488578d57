package dev.prepgraph.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class ProgressPageIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  private static final String GUIDE =
      "{ roleGuide(slug: \"frontend-developer-intern\") { id questions(first: 100) { nodes { id } } } }";
  private static final String TRACK =
      "mutation($input: TrackInterviewInput!) { trackInterview(input: $input) { userErrors { message } } }";
  private static final String PRACTISE =
      "mutation($input: RecordPracticeInput!) { recordPractice(input: $input) { userErrors { message } } }";

  @ParameterizedTest
  @ValueSource(ints = {SitePages.WIDE, SitePages.NARROW})
  void showsReadinessAndRecallUpToTheNextInterview(int width) {
    Page page = SITE.openAs(SITE.newUser(), "/progress", width);
    page.getByText("Choose a guide.").waitFor();
    page.locator("main select").selectOption("Junior Accountant");
    page.getByText("You have not practised a question of this guide yet.").waitFor();
    SitePages.assertAccessible(page);

    SiteApi api = SiteApi.of(SITE, page);
    String guide = api.query(GUIDE).getString("data.roleGuide.id");
    List<String> questions = api.query(GUIDE).getList("data.roleGuide.questions.nodes.id");
    Instant interview = Instant.now().plus(Duration.ofDays(12));
    Map<String, ?> input =
        Map.of("guideId", guide, "scheduledAt", interview.toString(), "timeZone", "Europe/Berlin");
    assertThat(api.query(TRACK, Map.of("input", input)).getList("data.trackInterview.userErrors"))
        .isEmpty();
    page.navigate(SITE.url("/progress"));
    page.getByText("Readiness for Frontend Developer Intern").waitFor();
    for (String question : questions) {
      api.query(PRACTISE, Map.of("input", Map.of("questionId", question, "rating", "GOOD")));
    }

    page.getByText(questions.size() + " of " + questions.size() + " questions practised").waitFor();
    page.getByText("Your interview is on").waitFor();
    assertThat(page.locator("figcaption")).containsText("goes from 100% on");
    page.getByText("Recall as a table").press("Enter");
    assertThat(page.locator(".plot tbody tr").first()).containsText("100%");
    assertThat(page.locator(".scores li").first()).containsText("0 of ");
    SitePages.assertAccessible(page);
  }
}
