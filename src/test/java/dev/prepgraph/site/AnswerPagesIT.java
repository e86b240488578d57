package dev.prepgraph.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class AnswerPagesIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  /** A behavioral question, for which the editor proposes STAR. */
  private static String editor;

  @BeforeAll
  static void find() {
    String query = "{ question(slug: \"a-mistake-you-made\") { id } }";
    editor = "/answers/" + SiteApi.anonymous(SITE).query(query).getString("data.question.id");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator text(Page page, String name) {
    return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name));
  }

  private static void awaitState(Page page, String state) {
    page.getByText(state, new Page.GetByTextOptions().setExact(true)).waitFor();
  }

  /** Writes free text and waits until it is saved. */
  private static void write(Page page, String text) {
    page.getByLabel("Form").selectOption("free");
    text(page, "Answer").fill(text);
    awaitState(page, "Saved");
  }

  private static void awaitText(Page page, String text) {
    assertThat(text(page, "Answer")).hasValue(text);
  }

  private static void open(Page page, String details) {
    page.getByText(details, new Page.GetByTextOptions().setExact(true)).click();
  }

  private static int versions(Page page) {
    open(page, "History");
    page.getByText("the newest first").waitFor();
    return page.locator(".versions li").count();
  }

  @ParameterizedTest
  @ValueSource(ints = {SitePages.WIDE, SitePages.NARROW})
  void savesWhatIsTyped(int width) {
    Page page = SITE.openAs(SITE.newUser(), editor, width);
    awaitState(page, "Nothing saved yet");
    text(page, "Situation").fill("A Friday.");
    awaitState(page, "Saved");
    text(page, "Result").fill("Nobody noticed.");
    page.getByLabel("Ready for the interview").check();
    awaitState(page, "Saved");
    open(page, "Hint 1");
    open(page, "Rate your answer");
    assertThat(versions(page)).isGreaterThan(1);
    SitePages.assertAccessible(page);

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Answers")).click();
    page.getByText("1 answer", new Page.GetByTextOptions().setExact(true)).waitFor();
    page.getByText("Ready, saved on").waitFor();
    SitePages.assertAccessible(page);

    page.getByLabel("Status").selectOption("DRAFT");
    page.getByText("0 answers").waitFor();
    page.getByLabel("Status").selectOption("");
    page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill("mistake");
    page.getByText("1 answer", new Page.GetByTextOptions().setExact(true)).waitFor();

    Pattern requests = Pattern.compile("/graphql");
    List<Route> held = new ArrayList<>();
    page.route(requests, held::add);
    page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill("zzzz");
    page.waitForCondition(() -> !held.isEmpty());
    page.getByText("Loading…").waitFor();
    assertThat(page.getByText("Ready, saved on").count()).isZero();
    page.unroute(requests);
    held.forEach(Route::resume);
    page.getByText("0 answers").waitFor();
  }

  @Test
  void showsAndMergesWhatAnotherDeviceSaves() {
    String user = SITE.newUser();
    Page one = SITE.openAs(user, editor, SitePages.WIDE);
    Page other = SITE.openAs(user, editor, SitePages.WIDE);
    awaitState(other, "Nothing saved yet");
    write(one, "First.\n\nSecond.");
    awaitText(other, "First.\n\nSecond.");

    other.context().setOffline(true);
    text(other, "Answer").fill("First.\n\nSecond.\n\nThird.");
    awaitState(other, "Offline, kept on this device");
    write(one, "Before.\n\nFirst.\n\nSecond.");
    other.context().setOffline(false);

    String merged = "Before.\n\nFirst.\n\nSecond.\n\nThird.";
    awaitText(other, merged);
    awaitText(one, merged);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Keep mine", "Take the other", "Save the merged text"})
  void losesNothingInAConflict(String decision) {
    String user = SITE.newUser();
    Page one = SITE.openAs(user, editor, SitePages.NARROW);
    Page other = SITE.openAs(user, editor, SitePages.WIDE);
    write(one, "The base.");
    awaitText(other, "The base.");
    other.context().setOffline(true);
    text(other, "Answer").fill("The other one.");
    awaitState(other, "Offline, kept on this device");
    write(one, "The first one.");
    other.context().setOffline(false);
    button(other, decision).waitFor();
    assertThat(text(other, "Answer")).hasValue("The other one.");
    assertThat(other.locator("prep-answer-conflict")).containsText("The first one.");
    assertThat(other.locator("prep-answer-conflict del")).hasText("first");
    assertThat(other.locator("prep-answer-conflict ins")).hasText("other");
    SitePages.assertAccessible(other);

    button(other, decision).focus();
    other.keyboard().press("Enter");
    awaitState(other, "Saved");
    assertThat(versions(other)).isEqualTo(decision.equals("Keep mine") ? 3 : 4);
    awaitText(
        one,
        switch (decision) {
          case "Keep mine" -> "The other one.";
          case "Take the other" -> "The first one.";
          default -> "The first one.\nThe other one.";
        });
  }

  @Test
  void savesOnceWhatWasTypedOfflineBeforeThePageWasClosed() {
    String user = SITE.newUser();
    Page page = SITE.openAs(user, editor, SitePages.WIDE);
    awaitState(page, "Nothing saved yet");
    page.context().setOffline(true);
    text(page, "Situation").fill("Written in a tunnel.");
    awaitState(page, "Offline, kept on this device");
    page.close();
    page.context().setOffline(false);

    Page guides = page.context().newPage();
    guides.navigate(SITE.url("/guides"));
    guides.getByText("Log out").waitFor();
    Page other = SITE.openAs(user, editor, SitePages.WIDE);
    assertThat(text(other, "Situation")).hasValue("Written in a tunnel.");
    assertThat(versions(other)).isEqualTo(1);
    guides.waitForFunction(
        "() => Object.keys(localStorage).every(key => !key.startsWith('answer:'))");
  }

  @Test
  void restoresRatesAndDeletesByKeyboard() {
    Page page = SITE.openAs(SITE.newUser(), editor, SitePages.WIDE);
    write(page, "Once.");
    write(page, "Twice.");
    assertThat(versions(page)).isEqualTo(2);
    button(page, "Restore version 1").press("Enter");
    awaitText(page, "Once.");

    page.getByText("Rate your answer").press("Enter");
    page.getByRole(AriaRole.RADIO).nth(2).press("Space");
    button(page, "Save the rating").press("Enter");
    page.getByText("Rating saved").waitFor();
    assertThat(page.getByRole(AriaRole.RADIO).nth(2)).isChecked();

    button(page, "Delete this answer…").press("Enter");
    SitePages.assertAccessible(page);
    button(page, "Delete it").press("Enter");
    awaitState(page, "Nothing saved yet");
    assertThat(page.getByRole(AriaRole.TEXTBOX).first()).isFocused();
  }

  @Test
  void saysWhatTheServiceRejectsAndKeepsIt() {
    Page page = SITE.openAs(SITE.newUser(), editor, SitePages.WIDE);
    page.getByLabel("Ready for the interview").check();
    page.getByText("An answer that is READY must not be blank").waitFor();
    awaitState(page, "Not saved, kept on this device");
    text(page, "Action").fill("Now there is one.");
    awaitState(page, "Saved");
  }
}
