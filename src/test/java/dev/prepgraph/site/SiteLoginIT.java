package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logging in lasts as long as the provider says, and ends without a loss. */
@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class SiteLoginIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  private static final String GUIDE = "/guides/backend-developer-intern";

  private static Locator bookmark(Page page) {
    return page.getByRole(AriaRole.BUTTON, named("Bookmark")).first();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  /** Lets the service reject the token that the page has now. */
  private static void expireToken(Page page) {
    AtomicReference<String> expired = new AtomicReference<>();
    page.route(
        "**/graphql",
        route -> {
          String token = route.request().headerValue("authorization");
          expired.compareAndSet(null, token);
          if (token != null && token.equals(expired.get())) {
            route.fulfill(new Route.FulfillOptions().setStatus(401).setBody("{}"));
          } else {
            route.resume();
          }
        });
  }

  /** The button shows what was chosen before the service has answered. */
  private static boolean isBookmarked(Response response) {
    return response.ok()
        && String.valueOf(response.request().postData()).contains("\"bookmarked\":true");
  }

  @Test
  void lastsOverAReload() {
    Page page = SITE.openAs(SITE.newUser(), GUIDE, SitePages.WIDE);
    assertThat(page.url()).isEqualTo(SITE.url(GUIDE));
    page.locator(".user").getByText("A Candidate").waitFor();
    List<String> operations = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().contains("/graphql")) {
            operations.add(request.method() + request.url() + request.postData());
          }
        });

    page.reload();
    bookmark(page).waitFor();
    assertThat(page.url()).isEqualTo(SITE.url(GUIDE));
    assertThat(operations).filteredOn(sent -> sent.startsWith("GET")).hasSize(1);
  }

  @Test
  void renewsAnExpiredToken() {
    Page page = SITE.openAs(SITE.newUser(), GUIDE, SitePages.WIDE);
    expireToken(page);
    page.waitForResponse(SiteLoginIT::isBookmarked, () -> bookmark(page).click());
    page.locator("[aria-pressed=true]").waitFor();
    assertThat(page.getByRole(AriaRole.ALERT).count()).isZero();
    page.locator(".user").getByText("A Candidate").waitFor();
  }

  @Test
  void savesWhatWaitsWhenTheUserHasLoggedInAgain() {
    Page page = SITE.openAs(SITE.newUser(), GUIDE, SitePages.WIDE);
    page.context()
        .route(
            "**/token",
            route -> {
              if (route.request().postData().contains("grant_type=refresh_token")) {
                route.fulfill(new Route.FulfillOptions().setStatus(400).setBody("{}"));
              } else {
                route.resume();
              }
            });
    expireToken(page);
    bookmark(page).click();
    page.getByText("Your login has ended").waitFor();
    SitePages.assertAccessible(page);

    page.waitForResponse(
        SiteLoginIT::isBookmarked,
        () -> {
          Page popup =
              page.waitForPopup(
                  () -> page.getByRole(AriaRole.BUTTON, named("Log in again")).click());
          page.waitForCondition(popup::isClosed);
        });
    page.getByText("Your login has ended")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.reload();
    page.locator("[aria-pressed=true]").waitFor();
  }

  @Test
  void countsInAllTabs() {
    Page page = SITE.openAs(SITE.newUser(), GUIDE, SitePages.WIDE);
    Page other = page.context().newPage();
    other.navigate(SITE.url("/account"));
    other.getByText("Logged in as").waitFor();
    Page guide = page.context().newPage();
    guide.navigate(SITE.url(GUIDE));
    guide.getByText("Ready answers").waitFor();

    page.getByRole(AriaRole.BUTTON, named("Log out")).click();
    page.waitForURL(SITE.url("/"));
    guide
        .getByText("Ready answers")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(bookmark(guide).count()).isZero();
    other.getByText("Log in first").waitFor();
    other.reload();
    other.getByText("Log in first").waitFor();
  }

  @Test
  void endsWithTheSessionOfTheProvider() {
    Page page = SITE.openAs(SITE.newUser(), "/account", SitePages.WIDE);
    page.context().clearCookies();
    page.reload();
    page.getByText("Log in first").waitFor();
    assertThat(page.url()).isEqualTo(SITE.url("/account"));
    assertThat(page.getByRole(AriaRole.ALERT).count()).isZero();
  }

  @Test
  void saysWhyItFailed() {
    Page page = SITE.open(GUIDE, SitePages.NARROW);
    page.getByRole(AriaRole.BUTTON, named("Log in")).click();
    page.getByLabel("Username").waitFor();
    String state = page.url().replaceAll(".*[?&]state=([^&]*).*", "$1");
    page.navigate(SITE.url("/?error=access_denied&state=" + state));
    page.getByText("The login was cancelled.").waitFor();
    assertThat(page.url()).isEqualTo(SITE.url(GUIDE));

    page.route("**/openid-configuration", Route::abort);
    page.getByRole(AriaRole.BUTTON, named("Log in")).click();
    page.getByText("The login cannot be reached. Try again later.").waitFor();
    SitePages.assertAccessible(page);
  }

  /** Its code may be another user's, whose account would take what this user writes. */
  @Test
  void ignoresTheResponseToAnotherLogin() {
    Page page = SITE.open(GUIDE, SitePages.WIDE);
    page.getByRole(AriaRole.BUTTON, named("Log in")).click();
    page.getByLabel("Username").waitFor();
    List<String> exchanges = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().endsWith("/token")) {
            exchanges.add(request.url());
          }
        });

    page.navigate(SITE.url("/?code=anothers&state=anothers"));
    page.getByRole(AriaRole.BUTTON, named("Log in")).waitFor();
    assertThat(page.url()).isEqualTo(SITE.url("/"));
    assertThat(exchanges).isEmpty();
  }
}
