package dev.prepgraph.viewer;

import static dev.prepgraph.answer.Answers.questions;
import static dev.prepgraph.answer.Answers.save;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.User;
import dev.prepgraph.common.AuditLog;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditLogTest {

  private static final String ACCOUNT = " account=[0-9a-f-]{36}";

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(new PatternFormatter("%m").format(line));
        }

        @Override
        public void flush() {
          // Nothing is kept back.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @BeforeEach
  void listen() {
    Logger.getLogger(AuditLog.CATEGORY).addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger(AuditLog.CATEGORY).removeHandler(handler);
  }

  @Test
  void tellsWhatHappensToAnAccountAndNothingOfItsUser() {
    User user = User.unknown();
    save(user, questions(1).get(0), 0, "body", "a secret");
    String export = user.request().get("/account/export").asString();
    user.query(
        "mutation ($d: String!) { importMyData(input: {data: $d}) { imported } }",
        Map.of("d", export));
    user.query("mutation { deleteMyAccount(confirm: true) { deleted } }");
    new User("nobody", "broken").request().get("/account/export");

    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).matches("event=FIRST_LOGIN" + ACCOUNT);
    assertThat(lines.get(1)).matches("event=EXPORT" + ACCOUNT);
    assertThat(lines.get(2)).matches("event=IMPORT" + ACCOUNT);
    assertThat(lines.get(3)).matches("event=ERASURE" + ACCOUNT);
    assertThat(lines.get(4)).isEqualTo("event=REFUSED reason=TOKEN");
    assertThat(lines).noneMatch(line -> line.contains(user.subject()) || line.contains("secret"));
    assertThat(lines.subList(0, 4).stream().map(line -> line.substring(line.lastIndexOf(' '))))
        .containsOnly(lines.get(0).substring(lines.get(0).lastIndexOf(' ')));
  }
}
