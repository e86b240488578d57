package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class InterviewPagesIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.LocatorOptions with(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void track(Page page) {
    page.getByLabel("Company").fill("Acme");
    page.getByLabel("Position").fill("Developer");
    page.getByRole(AriaRole.COMBOBOX, named("Guide")).selectOption("Backend Developer Intern");
    page.getByRole(AriaRole.TEXTBOX, named("Time")).fill("2030-07-01T10:00");
    page.getByLabel("Time zone").fill("America/New_York");
    page.getByRole(AriaRole.BUTTON, named("Track the interview")).click();
    page.getByRole(AriaRole.HEADING, named("Developer, Acme")).waitFor();
  }

  private static void openBoard(Page page) {
    page.getByRole(AriaRole.LINK, named("Interviews")).click();
    page.getByRole(AriaRole.LINK, named("Developer, Acme")).waitFor();
  }

  private static Locator column(Page page, String stage) {
    Page.GetByRoleOptions name =
        new Page.GetByRoleOptions().setName(Pattern.compile("^" + stage + " "));
    return page.getByRole(AriaRole.REGION, name);
  }

  @ParameterizedTest
  @ValueSource(ints = {SitePages.WIDE, SitePages.NARROW})
  void interviewIsTrackedMovedAndReviewedByKeyboard(int width) {
    Page page = SITE.openAs(SITE.newUser(), "/interviews", width);
    page.getByLabel("Company").waitFor();
    SitePages.assertAccessible(page);
    track(page);
    page.getByText("Mon, Jul 1, 2030, 10:00 AM EDT").waitFor();

    page.getByText("Add a question").press("Enter");
    page.getByLabel("As it was asked").fill("Why us?");
    page.getByLabel("Your answer was").selectOption("2");
    page.getByText("Add a gap").press("Enter");
    page.getByLabel("Criterion or question").selectOption("Technical proficiency");
    page.getByText("Save the debrief").press("Enter");
    page.getByText("Debrief saved.").waitFor();
    page.getByText("History (1)").click();
    SitePages.assertAccessible(page);

    openBoard(page);
    SitePages.assertAccessible(page);
    Locator move = page.getByRole(AriaRole.BUTTON, named("Move: Developer, Acme"));
    page.getByLabel("Move to").selectOption("Applied");
    move.press("Enter");
    page.getByText("Moved to Applied.").waitFor();
    column(page, "Applied").getByRole(AriaRole.LINK).waitFor();
    page.waitForCondition(() -> move.evaluate("b => b === document.activeElement").equals(true));
  }

  @Test
  void draggedCardMovesOnOtherDevicesToo() {
    String user = SITE.newUser();
    Page page = SITE.openAs(user, "/interviews", SitePages.WIDE);
    track(page);
    openBoard(page);
    Page other = SITE.openAs(user, "/interviews", SitePages.WIDE);
    column(other, "Saved").getByRole(AriaRole.LINK).waitFor();

    page.locator(".board .handle").dragTo(column(page, "Screening"));

    column(other, "Screening").getByRole(AriaRole.LINK).waitFor();
  }

  @Test
  void conflictOfDetailsIsShownAndKeepsWhatWasTyped() {
    String user = SITE.newUser();
    Page page = SITE.openAs(user, "/interviews", SitePages.WIDE);
    track(page);
    Page other = SITE.openAs(user, page.url().substring(SITE.url("").length()), SitePages.WIDE);
    page.locator("summary", with("Details")).click();
    page.getByLabel("Company").fill("Acme Inc");

    other.locator("summary", with("Details")).click();
    other.getByLabel("Company").fill("Acme Ltd");
    other.getByLabel("Place or link").fill("Room 5");
    other.getByRole(AriaRole.BUTTON, named("Save")).click();

    page.getByText("Company was changed elsewhere to “Acme Ltd”").waitFor();
    assertThat(page.getByLabel("Place or link").inputValue()).isEqualTo("Room 5");
    page.getByRole(AriaRole.BUTTON, named("Save")).click();
    other.getByRole(AriaRole.HEADING, named("Developer, Acme Inc")).waitFor();
    other.getByText("Room 5").waitFor();
  }

  @Test
  void stagesAreTheUsersOwn() {
    String user = SITE.newUser();
    Page page = SITE.openAs(user, "/interviews", SitePages.WIDE);
    page.onDialog(Dialog::accept);
    Page other = SITE.openAs(user, "/interviews", SitePages.WIDE);
    page.locator("summary", with("Stages")).click();
    page.getByLabel("New stage").fill("Assessment");
    page.getByLabel("New stage").press("Enter");
    page.getByLabel("Assessment is closed").check();
    column(other, "Assessment").getByText("0, closed").waitFor();

    page.getByRole(AriaRole.BUTTON, named("Assessment: earlier")).press("Enter");
    page.getByText("Assessment is number 8.").waitFor();
    other.locator(".board section:nth-child(8)", with("Assessment")).waitFor();
    SitePages.assertAccessible(page);

    page.getByLabel("Name of Assessment").fill("Saved");
    page.getByLabel("Name of Assessment").press("Enter");
    page.getByText("name must be unique among the user's stages").waitFor();
    assertThat(page.getByLabel("Name of Assessment").inputValue()).isEqualTo("Saved");
    page.getByRole(AriaRole.BUTTON, named("Delete Assessment")).click();
    page.getByText("Assessment is deleted.").waitFor();
  }

  @Test
  void calendarAddressIsShownOnceReplacedAndRevoked() {
    Page page = SITE.openAs(SITE.newUser(), "/interviews", SitePages.WIDE);
    page.onDialog(Dialog::accept);
    page.locator("summary", with("Calendar")).click();
    page.getByRole(AriaRole.BUTTON, named("Make an address")).click();
    Locator shown = page.getByRole(AriaRole.TEXTBOX, named("Address"));
    String first = shown.inputValue();
    assertThat(page.request().get(first).text()).startsWith("BEGIN:VCALENDAR");
    SitePages.assertAccessible(page);

    page.getByRole(AriaRole.BUTTON, named("Replace the address")).click();
    page.waitForCondition(() -> !shown.inputValue().equals(first));
    assertThat(page.request().get(first).status()).isEqualTo(404);

    page.getByRole(AriaRole.BUTTON, named("Revoke the address")).click();
    page.getByText("Revoked.").waitFor();
    assertThat(shown.count()).isZero();
  }
}
