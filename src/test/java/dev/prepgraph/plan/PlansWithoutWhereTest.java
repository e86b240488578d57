package dev.prepgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.StatementCounter;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The same with every condition on the account taken out of the statements: the database refuses.
 */
@QuarkusTest
class PlansWithoutWhereTest extends PlanIsolation {

  private static final Pattern CONDITION =
      Pattern.compile("(\\w+\\.)?account_id *= *(\\?|viewer\\.account_id\\(\\))");

  private final AtomicInteger spoilt = new AtomicInteger();

  @BeforeEach
  void forgetConditions() {
    StatementCounter.rewrite(
        sql -> {
          String without =
              CONDITION
                  .matcher(sql)
                  .replaceAll(m -> m.group(2).equals("?") ? "cast(? as uuid) is not null" : "true");
          if (!without.equals(sql)) {
            spoilt.incrementAndGet();
          }
          return without;
        });
  }

  @AfterEach
  void rememberConditions() {
    StatementCounter.rewrite(UnaryOperator.identity());
    assertThat(spoilt).hasPositiveValue();
  }
}
