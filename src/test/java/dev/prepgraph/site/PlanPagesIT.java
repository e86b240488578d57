package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class PlanPagesIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  private static final String GUIDE = "Backend Developer Intern";

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private String inDays(int days) {
    return today.plusDays(days).toString();
  }

  private void create(Page page, int minutes, int days) {
    page.getByRole(AriaRole.COMBOBOX, named("Guide")).selectOption(GUIDE);
    page.getByLabel("Interview day").fill(inDays(days));
    page.getByLabel("Minutes a day").fill(String.valueOf(minutes));
    page.getByLabel("Time zone").fill("UTC");
    page.getByRole(AriaRole.BUTTON, named("Create the plan")).click();
    page.getByRole(AriaRole.HEADING, named("Today")).waitFor();
  }

  private Page newPlan(int minutes, int days) {
    Page page = SITE.openAs(SITE.newUser(), "/plans", SitePages.WIDE);
    create(page, minutes, days);
    return page;
  }

  private static void press(Locator control) {
    control.focus();
    control.press("Enter");
  }

  private static Locator day(Page page, int index) {
    return page.locator("section.day").nth(index);
  }

  private static void openSettings(Page page) {
    page.getByText("Settings", new Page.GetByTextOptions().setExact(true)).click();
  }

  private static void awaitFocus(Page page, String label) {
    page.waitForCondition(() -> label.equals(page.evaluate("document.activeElement.ariaLabel")));
  }

  /**
   * Begins to drag before the page scrolls to the target: the browser takes what is then under the
   * mouse.
   */
  private static void drag(Page page, Locator handle, Locator target) {
    handle.hover();
    page.mouse().down();
    BoundingBox box = handle.boundingBox();
    page.mouse()
        .move(box.x + box.width / 2, box.y + box.height, new Mouse.MoveOptions().setSteps(5));
    target.hover();
    page.mouse().up();
  }

  @ParameterizedTest
  @ValueSource(ints = {SitePages.WIDE, SitePages.NARROW})
  void planIsCreatedAndFollowedByKeyboard(int width) {
    Page page = SITE.openAs(SITE.newUser(), "/plans", width);
    page.getByText("You have no plan yet.").waitFor();
    SitePages.assertAccessible(page);
    create(page, 25, 20);
    page.getByText("Everything fits into 25 min a day.").waitFor();
    SitePages.assertAccessible(page);

    Locator done = page.getByRole(AriaRole.CHECKBOX).first();
    done.focus();
    done.press("Space");
    page.getByText("1 of ").waitFor();

    Locator tomorrow = day(page, 1);
    List<String> titles = tomorrow.locator("a").allInnerTexts();
    press(tomorrow.getByRole(AriaRole.BUTTON).first());
    SitePages.assertAccessible(page);
    press(page.getByRole(AriaRole.BUTTON, named("Later in the day")));
    page.getByText("Reordered.").waitFor();
    assertThat(tomorrow.locator("a").allInnerTexts().get(1)).isEqualTo(titles.get(0));

    page.getByLabel("Move to").fill(inDays(3));
    page.getByLabel("Move to").press("Enter");
    page.getByText("Moved to ").waitFor();
    awaitFocus(page, "Change: " + titles.get(0));

    page.getByRole(AriaRole.LINK, named("Plans")).click();
    page.getByText("1 of ").waitFor();
    page.getByRole(AriaRole.LINK, named(GUIDE)).waitFor();
    SitePages.assertAccessible(page);
  }

  @Test
  void ownItemIsAddedChangedDraggedAndDeleted() {
    Page page = newPlan(60, 20);
    page.onDialog(Dialog::accept);
    page.getByText("Add an item of your own").click();
    Locator form =
        page.locator("details", new Page.LocatorOptions().setHasText("Add an item of your own"));
    form.getByLabel("Title").fill("Buy a tie");
    form.getByLabel("Minutes").fill("5");
    form.getByLabel("Day").fill(inDays(1));
    form.getByRole(AriaRole.BUTTON).click();
    page.getByRole(AriaRole.BUTTON, named("Change: Buy a tie")).click();
    Locator controls = page.locator(".controls");
    controls.getByLabel("Title").fill("Buy a red tie");
    controls.getByText("Save").click();
    // The rows below have moved by then.
    awaitFocus(page, "Change: Buy a red tie");

    Locator tie = page.locator("li", new Page.LocatorOptions().setHasText("Buy a red tie"));
    drag(page, tie.locator(".handle"), day(page, 2).locator("li").first());
    page.getByText("Moved to ").waitFor();
    day(page, 2).getByText("Buy a red tie").waitFor();

    tie.getByRole(AriaRole.BUTTON).click();
    controls.getByText("Delete").click();
    page.getByText("Deleted.").waitFor();
    assertThat(tie.count()).isZero();
  }

  @Test
  void conflictOfSettingsIsShownAndKeepsWhatWasTyped() {
    String user = SITE.newUser();
    Page page = SITE.openAs(user, "/plans", SitePages.WIDE);
    create(page, 60, 20);
    Page other = SITE.openAs(user, page.url().substring(SITE.url("").length()), SitePages.WIDE);
    openSettings(page);
    page.getByLabel("Minutes a day").fill("40");

    openSettings(other);
    other.getByLabel("Minutes a day").fill("50");
    other.getByText("Save and reschedule").click();

    page.getByText("Minutes a day was changed elsewhere to “50”").waitFor();
    assertThat(page.getByLabel("Minutes a day").inputValue()).isEqualTo("40");
    page.getByText("Save and reschedule").click();
    other.getByText("Everything fits into 40 min a day.").waitFor();
    assertThat(other.getByLabel("Minutes a day").inputValue()).isEqualTo("40");
  }

  @Test
  void checkedItemIsSentWhenTheNetworkIsBack() {
    Page page = newPlan(60, 20);
    page.context().setOffline(true);
    Locator item = page.getByRole(AriaRole.CHECKBOX).first();
    item.click();
    page.getByText("Not saved yet").waitFor();
    assertThat(item.isChecked()).isTrue();

    page.context().setOffline(false);

    page.getByText("1 of ").waitFor();
    assertThat(item.isChecked()).isTrue();
  }

  @Test
  void rejectedCheckIsUndone() {
    Page page = newPlan(60, 20);
    page.route(
        "**/graphql",
        route -> {
          String sent = route.request().postData();
          if (sent != null && sent.contains("\"done\":true")) {
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"errors\": [{\"message\": \"Not today\"}]}"));
          } else {
            route.resume();
          }
        });

    Locator item = page.getByRole(AriaRole.CHECKBOX).first();
    item.click();

    page.getByRole(AriaRole.ALERT).getByText("Not today").waitFor();
    assertThat(item.isChecked()).isFalse();
  }

  @Test
  void anotherPlanIsNeverShownWhileThePlanIsLoaded() {
    Page page = SITE.openAs(SITE.newUser(), "/plans", SitePages.WIDE);
    createTitled(page, "First plan");
    page.getByRole(AriaRole.LINK, named("Plans")).click();
    page.getByText("New plan").click();
    createTitled(page, "Second plan");

    List<Route> held = new ArrayList<>();
    page.route("**/graphql", held::add);
    page.getByRole(AriaRole.LINK, named("First plan")).click();
    page.waitForCondition(() -> !held.isEmpty());
    page.getByText("Loading…").waitFor();
    assertThat(page.getByText("Second plan").count()).isZero();
    assertThat(page.getByText("Delete the plan").count()).isZero();

    page.unroute("**/graphql");
    held.forEach(Route::resume);
    page.getByRole(AriaRole.HEADING, named("First plan")).waitFor();
  }

  private void createTitled(Page page, String title) {
    page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill(title);
    create(page, 60, 20);
    page.getByRole(AriaRole.HEADING, named(title)).waitFor();
  }

  @Test
  void itemsThatDoNotFitAreNamed() {
    Page page = newPlan(5, 3);
    page.getByText("do not fit before the interview").waitFor();
    page.getByText("Left out (").click();
    SitePages.assertAccessible(page);
    assertThat(page.locator(".alert li").count()).isPositive();
  }
}
