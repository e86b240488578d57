package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window, where one is installed. */
public final class Chromium implements AutoCloseable {

  private static final Pattern REQUESTS =
      Pattern.compile("/(?:graphql|account/import|token|openid-configuration):");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-dev-shm-usage");
  private static final double TIMEOUT_MILLIS = 60_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> errors = new ArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "chromium"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Whether browser tests can run; a line on the console says so where they cannot. */
  public static boolean isInstalled() {
    boolean installed = program().isPresent();
    if (!installed) {
      System.out.println("NOT TESTED IN A BROWSER: there is no chromium on the PATH");
    }
    return installed;
  }

  public static Chromium start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
    Playwright playwright =
        Awaiting.await()
            .pollInSameThread()
            .ignoreExceptionsMatching(Chromium::isBusy)
            .until(Chromium::driver, Objects::nonNull);
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program().orElseThrow())
                    .setArgs(ARGUMENTS)
                    .setTimeout(TIMEOUT_MILLIS));
    return new Chromium(playwright, browser);
  }

  private static Playwright driver() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /**
   * Whether the driver's program, which was just written, is still open for writing in a process
   * that another test has forked meanwhile, and that executes its own in a moment.
   */
  private static boolean isBusy(Throwable failure) {
    return failure.getCause() instanceof IOException e && e.getMessage().contains("Text file busy");
  }

  /** Opens a page, with empty caches and storage. */
  public Page open(String url) {
    Page page = newContext(Set.of(URI.create(url).getAuthority()), 1_280).newPage();
    page.navigate(url);
    return page;
  }

  /**
   * A device of its own, with empty caches and storage.
   *
   * @param hosts the only ones, with their ports, that pages may load anything from
   * @param width of its window, in CSS pixels
   */
  public BrowserContext newContext(Set<String> hosts, int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setLocale("en-US")
                .setTimezoneId("UTC"));
    context.setDefaultTimeout(TIMEOUT_MILLIS);
    context.onRequest(
        request -> {
          String authority = URI.create(request.url()).getAuthority();
          if (authority != null && !hosts.contains(authority)) {
            errors.add("loads " + request.url());
          }
        });
    context.onPage(
        page -> {
          page.onPageError(errors::add);
          page.onWebSocket(socket -> errors.add("opens " + socket.url()));
          page.onConsoleMessage(this::note);
        });
    return context;
  }

  /** A rejected request that the page makes is not an error of the page. */
  private void note(ConsoleMessage message) {
    boolean fault = message.type().equals("error") || message.type().equals("warning");
    if (fault && !REQUESTS.matcher(message.location()).find()) {
      errors.add(message.text() + " at " + message.location());
    }
  }

  /** Fails if a page had an error or warning, opened a socket or loaded anything from elsewhere. */
  public void assertNoErrors() {
    assertThat(errors).isEmpty();
  }

  /** Closes all pages. */
  public void reset() {
    browser.contexts().forEach(BrowserContext::close);
    errors.clear();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
