package dev.prepgraph.site.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.IdentityProvider;
import dev.prepgraph.User;
import dev.prepgraph.partner.TestPartner;
import dev.prepgraph.partner.usage.TestUsage;
import graphql.schema.idl.SchemaParser;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** Runs the examples of a page in their order against the service. */
final class ExampleRun implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The address of the service in examples. */
  private static final String SERVICE = "localhost:8080";

  /** The client of the partner that the pages have as an example. */
  private static final String PARTNER_CLIENT = "north-jobs-server";

  private final Placeholders placeholders = new Placeholders();
  private final String candidate = User.unknown().token();
  private final String admin = User.unknown("admin").token();
  private final Shell shell;

  ExampleRun() throws IOException {
    shell =
        new Shell(
            Map.of("TOKEN_ENDPOINT", IdentityProvider.url() + "/token", "CLIENT_SECRET", "any"));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    placeholders.set("today's date", today.toString());
    placeholders.set("day in two weeks", today.plusDays(14).toString());
    placeholders.set("day a week ago", today.minusDays(7).toString());
  }

  /** Fails when an example is not as the page shows it, or is of a kind that is not tested. */
  void run(List<Example> examples) throws IOException {
    List<String> failures = new ArrayList<>();
    for (Iterator<Example> remaining = examples.iterator(); remaining.hasNext(); ) {
      Example example = remaining.next();
      try {
        run(example, remaining);
      } catch (AssertionError | RuntimeException e) {
        failures.add("Line %d: %s".formatted(example.line(), e.getMessage()));
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures));
    }
  }

  private void run(Example example, Iterator<Example> next) throws IOException {
    if (example.options().containsKey("file")) {
      assertQuoted(example);
      return;
    }
    switch (example.kind()) {
      case "graphql" -> query(example, next);
      case "graphql schema" -> new SchemaParser().parse(example.text());
      case "sh" -> command(example, next);
      case "html" -> embed(example);
      // src/clients/docs.test.mjs runs these, and has a test for each name.
      case "js" -> assertThat(example.options()).containsOnlyKeys("name");
      default ->
          throw new AssertionError("Examples of the kind " + example.kind() + " are not tested");
    }
  }

  /** The example is a part of a file that other tests run, apart from its indentation. */
  private static void assertQuoted(Example example) throws IOException {
    String file = Files.readString(Path.of(example.options().get("file")));
    assertThat(unindented(file)).contains(unindented(example.text()));
  }

  private static String unindented(String text) {
    return text.replaceAll("(?m)^ +", "");
  }

  private void query(Example example, Iterator<Example> next) throws IOException {
    Example response = next.next();
    String variables = "{}";
    if (response.kind().equals("json variables")) {
      variables = response.text();
      response = next.next();
    }
    TestUsage.store();
    TestPartner.refresh();
    String actual =
        as(example.options().getOrDefault("as", "anonymous"))
            .contentType("application/json")
            .body(
                JSON.createObjectNode()
                    .put("query", placeholders.fill(example.text()))
                    .<ObjectNode>set("variables", JSON.readTree(placeholders.fill(variables)))
                    .toString())
            .post("/graphql")
            .asString();
    assertShown(response, actual);
  }

  private RequestSpecification as(String role) {
    RequestSpecification request = RestAssured.given();
    return switch (role) {
      case "anonymous" -> request;
      case "candidate" -> request.auth().oauth2(candidate);
      case "admin" -> request.auth().oauth2(admin);
      case "partner" -> request.auth().oauth2(TestPartner.token(PARTNER_CLIENT));
      default -> throw new AssertionError("Nobody is " + role);
    };
  }

  private void command(Example example, Iterator<Example> next) throws IOException {
    TestPartner.refresh();
    String printed =
        shell.run(
            placeholders.fill(example.text()).replace(SERVICE, "localhost:" + RestAssured.port));
    if (example.options().containsKey("prints")) {
      assertThat(printed).isEmpty();
    } else {
      assertShown(next.next(), printed);
    }
  }

  private void assertShown(Example shown, String response) throws JsonProcessingException {
    String actual = response.replace("localhost:" + RestAssured.port, SERVICE);
    boolean matches =
        switch (shown.kind()) {
          case "json response" -> placeholders.matches(JSON.readTree(shown.text()), tree(actual));
          case "text response" -> placeholders.matches(shown.text().strip(), actual);
          default -> throw new AssertionError("No response follows, but " + shown.kind());
        };
    if (!matches) {
      throw new AssertionError("The response is\n" + pretty(actual));
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + json, e);
    }
  }

  private static String pretty(String actual) {
    try {
      return JSON.readTree(actual).toPrettyString();
    } catch (JsonProcessingException e) {
      return actual;
    }
  }

  /** What a page embeds from the service is served. */
  private void embed(Example example) {
    var embedded = Jsoup.parse(placeholders.fill(example.text())).select("[src]");
    assertThat(embedded).isNotEmpty();
    for (String source : embedded.eachAttr("src")) {
      assertThat(source).startsWith("http://" + SERVICE);
      String path = source.substring(("http://" + SERVICE).length());
      RestAssured.given().urlEncodingEnabled(false).get(path).then().statusCode(200);
    }
  }

  @Override
  public void close() {
    shell.close();
  }
}
