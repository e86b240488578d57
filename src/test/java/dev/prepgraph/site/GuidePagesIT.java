package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class GuidePagesIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @ParameterizedTest
  @ValueSource(ints = {SitePages.WIDE, SitePages.NARROW})
  void leadsFromTheListToAGuide(int width) {
    Page page = SITE.open("/", width);
    page.getByText("16 guides").waitFor();
    SitePages.assertAccessible(page);

    page.getByRole(AriaRole.LINK, named("Backend Developer Intern")).click();
    page.getByRole(AriaRole.HEADING, named("Backend Developer Intern")).waitFor();

    assertThat(page.url()).isEqualTo(SITE.url("/guides/backend-developer-intern"));
    assertThat(page.title()).isEqualTo("Backend Developer Intern – Prepgraph");
    SitePages.assertAccessible(page);
  }

  @Test
  void findsByWordsAndFacets() {
    Page page = SITE.open("/", SitePages.WIDE);
    page.getByRole(AriaRole.SEARCHBOX).pressSequentially("index used");
    page.getByText("Found in guides").waitFor();
    page.getByLabel("Kind").selectOption("QUESTION");
    page.waitForURL(SITE.url("/guides?q=index+used&kind=QUESTION")::equals);
    SitePages.assertAccessible(page);

    page.getByRole(AriaRole.LINK, prefixed("An index that is not used")).click();
    page.waitForURL(SITE.url("/guides/backend-developer-junior#index-that-is-not-used")::equals);
    focused(page, "#index-that-is-not-used").getByText("What they check").first().waitFor();

    page.goBack();
    page.getByRole(AriaRole.LINK, prefixed("An index that is not used")).waitFor();
    page.goBack();
    page.goBack();
    page.getByText("16 guides").waitFor();
    assertThat(page.getByRole(AriaRole.SEARCHBOX).inputValue()).isEmpty();

    page.getByLabel("Junior").check();
    page.getByLabel("Data and Analytics").check();
    page.getByText("1 guide", new Page.GetByTextOptions().setExact(true)).waitFor();
    page.reload();
    page.getByText("1 guide", new Page.GetByTextOptions().setExact(true)).waitFor();
    assertThat(page.getByLabel("Junior").isChecked()).isTrue();
  }

  @Test
  void keepsWhatIsTypedWhileItSearches() {
    Page page = SITE.open("/", SitePages.WIDE);
    page.getByText("16 guides").waitFor();
    Locator search = page.getByRole(AriaRole.SEARCHBOX);
    List<Route> searches = new ArrayList<>();
    page.route("**/graphql?*", searches::add);
    page.waitForRequest("**/graphql?*", () -> search.pressSequentially("ind"));
    search.pressSequentially("ex");
    page.unroute("**/graphql?*");
    searches.forEach(Route::resume);

    page.waitForURL(SITE.url("/guides?q=index")::equals);
    assertThat(search.inputValue()).isEqualTo("index");
  }

  private static Page.GetByRoleOptions prefixed(String name) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
  }

  private static Locator focused(Page page, String selector) {
    Locator element = page.locator(selector + ":focus");
    element.waitFor();
    return element;
  }

  @Test
  void leadsToAQuestionByKeyboard() {
    Page page = SITE.open("/guides/backend-developer-intern", SitePages.NARROW);
    page.getByText("22 questions").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    Locator question = focused(page, "#why-backend-development");
    question.getByText("What they check").first().waitFor();
    for (String part :
        List.of("How to answer", "Hint 1", "A complete answer", "Follow-up questions")) {
      assertThat(question.getByText(part).first().isVisible()).as(part).isTrue();
    }
  }

  @Test
  void skipsToTheContent() {
    Page page = SITE.open("/guides/backend-developer-intern", SitePages.WIDE);
    page.getByText("22 questions").waitFor();
    page.getByText("Skip to the content").focus();
    page.keyboard().press("Enter");
    focused(page, "#content");
    assertThat(page.locator("details[open]").count()).isZero();
  }

  @Test
  void showsALinkWithoutTheClipboard() {
    Page page = SITE.open("/guides/backend-developer-intern", SitePages.WIDE);
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
    page.getByText("Copy link").first().click();
    page.getByText("The link is in the address bar").first().waitFor();
    assertThat(page.url()).contains("/guides/backend-developer-intern#");
  }

  @Test
  void pagesOfUsersHaveATitleAndAHeadingWithoutALogin() {
    Page page = SITE.open("/", SitePages.WIDE);
    page.getByText("16 guides").waitFor();
    for (String name : List.of("Plans", "Answers")) {
      page.getByRole(AriaRole.LINK, named(name)).click();
      page.waitForURL(SITE.url("/" + name.toLowerCase(Locale.ROOT)));
      assertThat(focused(page, "h1").innerText()).isEqualTo("Log in first");
      assertThat(page.title()).isEqualTo("Log in first – Prepgraph");
    }
    SitePages.assertAccessible(page);
  }

  @Test
  void eachTextHasItsLanguage() {
    Page page = SITE.open("/guides/senior-backend-developer", SitePages.WIDE);
    page.getByLabel("Language").selectOption("de");
    Locator family = page.getByRole(AriaRole.LINK, named("Softwareentwicklung"));
    family.waitFor();
    assertThat(family.getAttribute("lang")).isEqualTo("de");
    assertThat(page.getByRole(AriaRole.HEADING).first().getAttribute("lang")).isEqualTo("en");
    SitePages.assertAccessible(page);

    page.getByRole(AriaRole.LINK, named("Praktikum Backend-Entwicklung")).click();
    page.locator("h1[lang=de]").waitFor();
    assertThat(page.title()).isEqualTo("Praktikum Backend-Entwicklung – Prepgraph");
    assertThat(focused(page, "h1").innerText()).isEqualTo("Praktikum Backend-Entwicklung");
  }
}
