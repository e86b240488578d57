package dev.prepgraph.account;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.Published.questions;
import static dev.prepgraph.answer.Answers.save;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.IdentityProvider;
import dev.prepgraph.LogLines;
import dev.prepgraph.User;
import dev.prepgraph.common.AuditLog;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
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
      new LogLines(Level.INFO, line -> lines.add(new PatternFormatter("%m").format(line)));

  @BeforeEach
  void listen() {
    Logger.getLogger(AuditLog.CATEGORY).addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger(AuditLog.CATEGORY).removeHandler(handler);
  }

  @Test
  void logsAccountEventsWithoutPersonalData() {
    User user = User.unknown();
    save(user, questions(1).get(0), 0, "body", "a secret");
    String export = user.request().get("/account/export").asString();
    user.importMyData(export, null);
    user.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");

    lines.removeIf(line -> line.startsWith("event=REFUSED")); // another test's, that are counted
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).matches("event=FIRST_LOGIN" + ACCOUNT);
    assertThat(lines.get(1)).matches("event=EXPORT" + ACCOUNT);
    assertThat(lines.get(2)).matches("event=IMPORT" + ACCOUNT);
    assertThat(lines.get(3)).matches("event=ERASURE" + ACCOUNT);
    assertThat(lines).noneMatch(line -> line.contains(user.subject()) || line.contains("secret"));
    assertThat(lines.stream().map(line -> line.substring(line.lastIndexOf(' '))))
        .containsOnly(lines.get(0).substring(lines.get(0).lastIndexOf(' ')));
  }

  @Test
  void countsRejectedTokens() {
    int sent = 200;
    User nobody = new User("nobody", IdentityProvider.token("x").replaceFirst(".....$", "AAAAA"));
    lines.clear();
    for (int i = 0; i < sent; i++) {
      nobody.request().get("/account/export").then().statusCode(401);
    }
    await().untilAsserted(() -> assertThat(rejected()).isGreaterThanOrEqualTo(sent));
    assertThat(lines)
        .allMatch(line -> line.startsWith("event=REFUSED reason="))
        .hasSizeLessThan(sent);
  }

  private int rejected() {
    return lines.stream()
        .filter(line -> line.startsWith("event=REFUSED reason=TOKEN"))
        .mapToInt(
            line -> line.contains("count=") ? Integer.parseInt(line.replaceFirst(".*=", "")) : 1)
        .sum();
  }
}
