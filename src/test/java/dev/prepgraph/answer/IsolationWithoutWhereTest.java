package dev.prepgraph.answer;

import dev.prepgraph.ForgottenConditions;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The same with every condition on the account taken out of the statements: the database refuses.
 */
@QuarkusTest
class IsolationWithoutWhereTest extends AnswerIsolation {

  private final ForgottenConditions conditions = new ForgottenConditions();

  @BeforeEach
  void forgetConditions() {
    conditions.begin();
  }

  @AfterEach
  void rememberConditions() {
    conditions.end();
  }
}
