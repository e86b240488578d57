package dev.prepgraph.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.richtext.HostileTextsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users' own texts as HTML and plain text. */
@QuarkusTest
class AnswerTextTest {

  private static final String TEXTS =
      "query ($id: ID!, $level: Int, $max: Int) { node(id: $id) { ... on SavedAnswer {"
          + " bodyRich { markdown locale html(headingLevel: $level) plain(maxLength: $max) }"
          + " star { actionRich { html } resultRich { html } } } } }";

  private final User user = User.unknown();

  private JsonPath read(Map<String, Object> variables) {
    return user.query(TEXTS, variables).setRootPath("data.node");
  }

  @Test
  void areRenderedInTheFormsThatARequestSelects() {
    String question = Published.questions(1).get(0);
    String text = "# Plan\n\nAsk *first*, then build.";
    JsonPath saved = Answers.save(user, question, 0, "body", text);
    String id = saved.getString("id");

    JsonPath read = read(Map.of("id", id, "level", 3, "max", 12));
    assertThat(read.getString("bodyRich.markdown")).isEqualTo(text);
    assertThat(read.getString("bodyRich.locale")).isNull();
    assertThat(read.getString("bodyRich.html"))
        .isEqualTo("<h3>Plan</h3>\n<p>Ask <em>first</em>, then build.</p>\n");
    assertThat(read.getString("bodyRich.plain")).isEqualTo("Plan Ask…");
    assertThat(user.send(TEXTS, Map.of("id", id, "level", 7)).getString("errors[0].message"))
        .isEqualTo("headingLevel must be 1 to 6");
    assertThat(user.send(TEXTS, Map.of("id", id, "max", 0)).getString("errors[0].message"))
        .isEqualTo("maxLength must be 1 to 100,000");

    Answers.save(user, question, 1, "star", Map.of("action", "I *did*."));
    read = read(Map.of("id", id));
    assertThat(read.getString("star.actionRich.html")).isEqualTo("<p>I <em>did</em>.</p>\n");
    assertThat(read.<Object>get("star.resultRich")).isNull();
    assertThat(read.<Object>get("bodyRich")).isNull();
  }

  @Test
  void containNothingThatRuns() throws IOException {
    String question = Published.questions(2).get(1);
    List<String> texts = HostileTextsTest.texts();
    int version = 0;
    for (int i = 0; i < texts.size(); i += 15) {
      String text = texts.get(i).replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\ud800]", "");
      String id = Answers.save(user, question, version++, "body", text).getString("id");
      HostileTextsTest.check(text, read(Map.of("id", id)).getString("bodyRich.html"));
    }
  }
}
