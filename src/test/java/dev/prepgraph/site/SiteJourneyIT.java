package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole use of one candidate by hand, from the first guide to the erasure of the account. */
@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class SiteJourneyIT {

  /** How the candidate works. */
  enum Way {
    WIDE(SitePages.WIDE),
    NARROW(SitePages.NARROW),
    KEYBOARD(SitePages.WIDE);

    private final int width;

    Way(int width) {
      this.width = width;
    }
  }

  @RegisterExtension static final SitePages SITE = new SitePages();

  private static final String GUIDE = "Backend Developer Intern";

  /** More than any page has controls in front of one that is looked for. */
  private static final int MAX_TABS = 400;

  private Page page;
  private Way way;

  private Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private Locator textBox(String name) {
    return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name)).first();
  }

  private Locator field(String name) {
    return page.getByLabel(name).first();
  }

  /** Goes to a control as the candidate does; by keyboard, from wherever the focus is. */
  private void reach(Locator control) {
    control.waitFor();
    if (way != Way.KEYBOARD) {
      control.click();
      return;
    }
    for (int i = 0; i < MAX_TABS; i++) {
      if ((Boolean) control.evaluate("control => control === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Not reached by keyboard: " + control);
  }

  private void press(Locator control) {
    reach(control);
    if (way == Way.KEYBOARD) {
      page.keyboard().press("Enter");
    }
  }

  private void check(Locator box) {
    reach(box);
    if (way == Way.KEYBOARD) {
      page.keyboard().press("Space");
    }
  }

  private void type(Locator field, String text) {
    reach(field);
    page.keyboard().type(text);
  }

  /** Dates are typed as the locale of the browser writes them. */
  private void type(Locator field, LocalDate date) {
    if (way == Way.KEYBOARD) {
      type(field, date.format(DateTimeFormatter.ofPattern("MMddyyyy")));
    } else {
      field.fill(date.toString());
    }
  }

  /** By keyboard, a select goes to the option that begins with what is typed. */
  private void choose(Locator select, String option) {
    if (way == Way.KEYBOARD) {
      type(select, option);
    } else {
      select.selectOption(option);
    }
  }

  private void awaitText(String text) {
    try {
      page.getByText(text).first().waitFor();
    } catch (TimeoutError e) {
      throw new AssertionError(text + " is not in:\n" + page.locator("body").innerText(), e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leadsThroughEverything(Way chosen) throws Exception {
    way = chosen;
    page = SITE.open("/", way.width);
    press(link(GUIDE));
    press(page.getByRole(AriaRole.BANNER).getByText("Log in"));
    SITE.enter(page, SITE.newUser());
    String guide = page.url();

    answer();
    page.navigate(guide);
    awaitText("Your answer: ready");
    plan();
    practise();
    page.navigate(guide);
    track();
    press(link("Progress"));
    awaitText("1 of 22 questions practised");
    leave();
  }

  private void answer() {
    press(link("Write your answer"));
    type(textBox("Answer"), "I built a small shop.");
    check(field("Ready for the interview"));
    page.getByText("Saved", new Page.GetByTextOptions().setExact(true)).waitFor();
    page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setChecked(true)).waitFor();
  }

  private void plan() {
    press(link("Make a plan"));
    page.locator(
            "select[name=guideId] option[value]:checked",
            new Page.LocatorOptions().setHasText(GUIDE))
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    type(field("Interview day"), LocalDate.now(ZoneOffset.UTC).plusDays(14));
    press(button("Create the plan"));
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Today")).waitFor();
    check(page.getByRole(AriaRole.CHECKBOX).first());
    awaitText("1 of ");
  }

  private void practise() {
    press(link("Practice"));
    press(button("Show the answer"));
    awaitText("I built a small shop.");
    press(button("Good"));
    awaitText("Rated “Good”");
  }

  private void track() {
    press(link("Track an interview"));
    type(field("Company"), "First Ltd");
    type(field("Position"), "Intern");
    press(button("Track the interview"));
    awaitText("Intern, First Ltd");
    press(link("Interviews"));
    choose(field("Move to"), "Offer");
    press(button("Move: Intern, First Ltd"));
    awaitText("Moved to Offer.");
  }

  private void leave() throws Exception {
    press(link("Account"));
    Download export = page.waitForDownload(() -> press(button("Export")));
    assertThat(Files.readString(export.path())).contains("I built a small shop.", "First Ltd");
    type(field("To confirm"), "erase my account");
    press(button("Erase everything"));
    page.waitForURL(SITE.url("/"));
    awaitText("Your account is erased.");
  }
}
