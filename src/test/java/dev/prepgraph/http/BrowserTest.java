package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.prepgraph.Chromium;
import dev.prepgraph.User;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The root page and GraphiQL as a newcomer uses them. */
@QuarkusTest
@EnabledIf("dev.prepgraph.Chromium#isInstalled")
public class BrowserTest {

  private static final String TITLE =
      "query ($slug: String!) { roleGuide(slug: $slug) { title seniority } }";

  private static Chromium chromium;

  @TestHTTPResource("/")
  String root;

  private Page page;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    page = chromium.open(root);
  }

  @AfterEach
  void close() {
    try {
      chromium.assertNoErrors();
    } finally {
      chromium.reset();
    }
  }

  private void openGraphiQL() {
    page.getByText("GraphiQL").click();
    editor("graphiql-query-editor").waitFor();
  }

  private Locator editor(String className) {
    return page.locator("." + className + " .CodeMirror");
  }

  private void type(String className, String text) {
    editor(className).click();
    page.keyboard().press("Control+A");
    page.keyboard().insertText(text);
  }

  private void typeVariables(String json) {
    button("Variables").click();
    type("graphiql-editor-tool .graphiql-editor:not(.hidden)", json);
  }

  private void typeHeaders(String json) {
    button("Headers").click();
    type("graphiql-editor-tool .graphiql-editor:not(.hidden)", json);
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** Presses the execute button; returns the response as the page shows it. */
  private String execute() {
    page.waitForResponse("**/graphql", () -> button("Execute query (Ctrl-Enter)").click());
    page.locator(".graphiql-spinner").waitFor(hidden());
    return value("graphiql-response");
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  private String value(String className) {
    return (String) editor(className).evaluate("element => element.CodeMirror.getValue()");
  }

  @Test
  void theRootPageIsAccessible() {
    page.getByText("16 guides").waitFor();
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  @Test
  void aNewcomersFirstClicksAnswerTheFirstQuery() {
    openGraphiQL();

    assertThat(execute())
        .isEqualTo(
            """
            {
              "data": {
                "roleGuide": {
                  "title": "Backend Developer Intern",
                  "seniority": "INTERN",
                  "questions": {
                    "totalCount": 22,
                    "edges": [
                      {
                        "node": {
                          "prompt": "Tell me about yourself: what have you built, and why backend?",
                          "difficulty": "EASY"
                        }
                      },
                      {
                        "node": {
                          "prompt": "SQL joins: list the customers with more than three orders, then the customers without any.",
                          "difficulty": "EASY"
                        }
                      }
                    ]
                  }
                }
              }
            }""");
  }

  @Test
  void variablesAreSent() {
    openGraphiQL();
    type("graphiql-query-editor", TITLE);
    typeVariables("{\"slug\": \"data-analyst-intern\"}");

    assertThat(execute())
        .isEqualTo(
            """
            {
              "data": {
                "roleGuide": {
                  "title": "Data Analyst Intern",
                  "seniority": "INTERN"
                }
              }
            }""");
  }

  @Test
  void theTokenInTheHeadersIsSent() {
    User user = User.unknown();
    openGraphiQL();
    type(
        "graphiql-query-editor",
        "mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");
    String anonymous = execute();
    typeHeaders(
        "{\"authorization\": \"Bearer %s\", \"Content-Type\": \"application/json\"}"
            .formatted(user.token()));
    String loggedIn = execute();
    typeHeaders("{}");

    assertThat(loggedIn)
        .isEqualTo(
            """
            {
              "data": {
                "deleteMyAccount": {
                  "deleted": true
                }
              }
            }""");
    assertThat(anonymous).contains("\"code\": \"UNAUTHENTICATED\"").doesNotContain("deleted");
    assertThat(execute()).isEqualTo(anonymous);
  }

  @Test
  void theAddressContainsNeitherTokenNorDocument() {
    openGraphiQL();
    String document = "{ roleGuides { totalCount } } " + "# ä\n".repeat(2000);
    type("graphiql-query-editor", document);
    typeHeaders("{\"Authorization\": \"Bearer " + User.unknown().token() + "\"}");
    execute();
    assertThat(page.url()).isEqualTo(root + "q/graphql-ui/");

    assertThat(page.reload().status()).isEqualTo(200);
    editor("graphiql-query-editor").waitFor();
    assertThat(value("graphiql-query-editor")).isEqualTo(document);
  }

  @Test
  void aLinkOpensItsQuery() {
    page.navigate(root + "q/graphql-ui/?query=%7B__typename%7D");
    editor("graphiql-query-editor").waitFor();

    assertThat(value("graphiql-query-editor")).isEqualTo("{__typename}");
    assertThat(execute())
        .isEqualTo(
            """
            {
              "data": {
                "__typename": "Query"
              }
            }""");
  }

  @Test
  void mistakesAreShown() {
    openGraphiQL();
    type("graphiql-query-editor", "{ roleGuide(slug: 1) { nothing } }");

    assertThat(execute()).contains("\"code\": \"BAD_REQUEST\"", "\"line\": 1");
  }

  @Test
  void theDocumentationDescribesTheSchema() {
    openGraphiQL();
    button("Show Documentation Explorer").click();
    Locator documentation = page.locator(".graphiql-doc-explorer");
    documentation.getByText("Query", new Locator.GetByTextOptions().setExact(true)).click();

    assertThat(documentation.innerText()).contains("roleGuide(", "viewer: Viewer");
  }

  @Test
  void prettifyFormatsTheQuery() {
    openGraphiQL();
    type("graphiql-query-editor", "{viewer{displayName}}");
    button("Prettify query (Shift-Ctrl-P)").click();

    assertThat(value("graphiql-query-editor")).isEqualTo("{\n  viewer {\n    displayName\n  }\n}");
  }
}
