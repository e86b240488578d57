package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class AccountPageIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  private static final String GUIDE = "/guides/backend-developer-intern";

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void movesAnAccount() {
    String user = SITE.newUser();
    Page page = SITE.openAs(user, GUIDE, SitePages.NARROW);
    button(page, "Bookmark").first().click();
    page.locator("[aria-pressed=true]").waitFor();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Account")).click();
    page.getByText("1 in all").waitFor();
    SitePages.assertAccessible(page);
    Download download = page.waitForDownload(() -> button(page, "Export").click());
    Path export = download.path();

    SiteApi api = SiteApi.of(SITE, page);
    String viewer = api.query("{ viewer { id } }").getString("data.viewer.id");
    page.evaluate(
        "keys => keys.forEach(key => localStorage.setItem(key, '[]'))",
        List.of(
            "answer:" + viewer + ":a:b",
            "ratings " + viewer,
            "ratings other",
            "session " + api.subject() + " a 0",
            "session other a 0"));

    button(page, "Erase everything").click();
    page.getByText("Nothing was erased").waitFor();
    page.getByLabel("To confirm").fill("erase my account");
    button(page, "Erase everything").click();
    // By way of the provider, where the user is logged out.
    page.waitForURL(SITE.url("/"));
    page.getByText("Your account is erased.").waitFor();
    assertThat(page.evaluate("Object.keys(localStorage).filter(key => key !== 'locale').sort()"))
        .isEqualTo(List.of("ratings other", "session other a 0"));

    page.navigate(SITE.url("/account"));
    SITE.logIn(page, user);
    page.getByText("None yet").waitFor();
    page.getByLabel("File to import").setInputFiles(export);
    button(page, "Import").click();
    page.getByText("Imported: 1 entry.").waitFor();
    page.getByText("1 in all").waitFor();

    page.getByLabel("File to import")
        .setInputFiles(
            new FilePayload(
                "other.json", "application/json", "{}".getBytes(StandardCharsets.UTF_8)));
    button(page, "Import").click();
    page.getByText("/: format is missing").waitFor();
    SitePages.assertAccessible(page);
  }

  @Test
  void showsTheBookmarksOfAnotherWindow() {
    Page page = SITE.openAs(SITE.newUser(), "/account", SitePages.WIDE);
    page.getByText("None yet").waitFor();
    Page other = page.context().newPage();
    other.navigate(SITE.url(GUIDE));
    button(other, "Bookmark").nth(1).click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tell me about yourself"))
        .waitFor();
    button(other, "Bookmark").nth(2).click();
    page.getByText("2 in all").waitFor();

    button(page, "Bookmark").first().click();
    page.getByText("1 in all").waitFor();
    page.locator("prep-bookmarks [aria-pressed=true]").waitFor();
    button(page, "Bookmark").click();
    page.getByText("None yet").waitFor();
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("bookmarks");
    other
        .locator("[aria-pressed=true]")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  @Test
  void theLastClickOnABookmarkCounts() {
    Page page = SITE.openAs(SITE.newUser(), GUIDE, SitePages.WIDE);
    List<Route> held = new ArrayList<>();
    page.route(
        "**/graphql",
        route -> {
          if (String.valueOf(route.request().postData()).contains("\"bookmarked\":true")) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    Locator bookmark = button(page, "Bookmark").first();
    bookmark.click();
    page.waitForCondition(() -> held.size() == 1);
    bookmark.click();
    page.waitForResponse(
        response -> String.valueOf(response.request().postData()).contains("\"bookmarked\":false"),
        () -> held.forEach(Route::resume));

    page.reload();
    page.getByText("Ready answers").waitFor();
    assertThat(bookmark.getAttribute("aria-pressed")).isEqualTo("false");
  }

  /** The language counts on every device from the login on. */
  @Test
  void keepsPreferences() {
    String user = SITE.newUser();
    Page page = SITE.openAs(user, "/account", SitePages.WIDE);
    page.getByLabel("Language of the guides and").selectOption("de");
    page.getByLabel("Time zone").selectOption("Europe/Berlin");
    button(page, "Save preferences").click();
    page.getByText("Saved.").waitFor();

    Page device = SITE.openAs(user, GUIDE, SitePages.WIDE);
    device.getByText("Praktikum Backend-Entwicklung").first().waitFor();
    device.navigate(SITE.url("/account"));
    device.getByLabel("Time zone").waitFor();
    assertThat(device.getByLabel("Time zone").inputValue()).isEqualTo("Europe/Berlin");
    assertThat(device.getByLabel("Language of the guides and").inputValue()).isEqualTo("de");
  }
}
