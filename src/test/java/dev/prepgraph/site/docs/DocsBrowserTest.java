package dev.prepgraph.site.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.prepgraph.Chromium;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class DocsBrowserTest {

  /** The reference of the schema repeats itself, and axe would take a minute for all of it. */
  private static final String SHORTEN =
      "document.querySelectorAll('main > :nth-child(n + 200)').forEach(element => element.remove())";

  private static Chromium chromium;

  @TestHTTPResource("/docs/")
  String docs;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @AfterEach
  void close() {
    try {
      chromium.assertNoErrors();
    } finally {
      chromium.reset();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "try",
        "log-in",
        "answers-and-plans",
        "integrate",
        "partners",
        "schema",
        "changes"
      })
  void pagesAreAccessibleAndFitSmallScreens(String name) {
    Page page = chromium.open(docs + name);
    page.setViewportSize(320, 640);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    page.evaluate(SHORTEN);
    assertAccessible(page, ColorScheme.LIGHT);
    page.setViewportSize(1280, 800);
    assertAccessible(page, ColorScheme.DARK);
  }

  private static void assertAccessible(Page page, ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  @Test
  void theKeyboardReachesTheContentFirst() {
    Page page = chromium.open(docs + "try");
    page.keyboard().press("Tab");
    Locator skip = page.locator(".skip");
    assertThat(skip.evaluate("link => link === document.activeElement")).isEqualTo(true);
    assertThat(skip.evaluate("link => link.getBoundingClientRect().top >= 0")).isEqualTo(true);
    assertThat(skip.evaluate("link => getComputedStyle(link).outlineStyle")).isEqualTo("solid");
    page.keyboard().press("Enter");
    page.waitForURL("**#main");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.closest('main') !== null")).isEqualTo(true);
  }
}
