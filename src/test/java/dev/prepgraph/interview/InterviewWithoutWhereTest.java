package dev.prepgraph.interview;

import dev.prepgraph.StatementCounter;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same with every condition on the account taken out of the statements. */
@QuarkusTest
class InterviewWithoutWhereTest extends InterviewRules {

  private static final Pattern CONDITION =
      Pattern.compile("(\\w+\\.)?account_id *= *(\\?|viewer\\.account_id\\(\\))");

  @BeforeEach
  void forgetConditions() {
    StatementCounter.rewrite(
        sql ->
            CONDITION
                .matcher(sql)
                .replaceAll(m -> m.group(2).equals("?") ? "cast(? as uuid) is not null" : "true"));
  }

  @AfterEach
  void rememberConditions() {
    StatementCounter.rewrite(UnaryOperator.identity());
  }
}
