package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.prepgraph.Chromium;
import dev.prepgraph.Keycloak;
import dev.prepgraph.PackagedService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The site of the packaged service in Chromium, with Keycloak as its login. All classes of a run
 * share the servers. After each test, every page is closed; a test fails if a page had an error or
 * loaded anything from another host.
 */
final class SitePages implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  static final int WIDE = 1_280;
  static final int NARROW = 320;

  /** What runs until the end of all tests. */
  private record Servers(EmbeddedPostgres postgres, Keycloak keycloak, PackagedService service)
      implements AutoCloseable {

    static Servers start() throws Exception {
      Keycloak keycloak = Keycloak.start();
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        PackagedService.createLogin(postgres);
        Map<String, String> settings = new HashMap<>(PackagedService.database(postgres.getPort()));
        settings.putAll(keycloak.settings());
        settings.put("PREPGRAPH_CONTENT_IMPORT_AT_START", "true");
        settings.put("PREPGRAPH_SITE_ENABLED", "true");
        settings.put("PREPGRAPH_SITE_CLIENT_ID", "spa");
        return new Servers(postgres, keycloak, PackagedService.start(settings));
      } catch (Exception | Error e) {
        keycloak.close();
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      // FaultsIT tests how a service ends.
      service.process().destroyForcibly().onExit().join();
      try (keycloak) {
        postgres.close();
      }
    }
  }

  private Servers servers;
  private Chromium chromium;

  @Override
  public void beforeAll(ExtensionContext context) {
    servers =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(SitePages.class))
            .computeIfAbsent(
                Servers.class,
                key -> {
                  try {
                    return Servers.start();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                },
                Servers.class);
    chromium = Chromium.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      chromium.assertNoErrors();
    } finally {
      chromium.reset();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    chromium.close();
  }

  String url(String path) {
    return servers.service().url(path);
  }

  /** Adds a user to the provider, and returns the name, which is also the password. */
  String newUser() {
    String name = "user-" + UUID.randomUUID();
    servers.keycloak().addUser(name);
    return name;
  }

  /** Opens a page on a device of its own. */
  Page open(String path, int width) {
    Page page = device(width).newPage();
    page.navigate(url(path));
    return page;
  }

  /** Opens a page on a device of its own, and logs in from it. */
  Page openAs(String user, String path, int width) {
    Page page = open(path, width);
    logIn(page, user);
    return page;
  }

  /** Logs in at the provider, which sends the user back to the page. */
  void logIn(Page page, String user) {
    page.getByRole(AriaRole.BANNER).getByText("Log in").click();
    enter(page, user);
  }

  /** Fills in the provider's form, by keyboard. */
  void enter(Page page, String user) {
    page.getByLabel("Username").fill(user);
    Locator password = page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));
    password.fill(user);
    password.press("Enter");
    page.getByText("Log out").waitFor();
  }

  private BrowserContext device(int width) {
    return chromium.newContext(
        Set.of(
            URI.create(url("/")).getAuthority(),
            URI.create(servers.keycloak().issuer()).getAuthority()),
        width);
  }

  /**
   * Fails if axe finds anything in a light or a dark page, or if the page is wider than its window.
   */
  static void assertAccessible(Page page) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .isLessThanOrEqualTo(0);
  }
}
