package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Takes every condition on the account out of the statements: the database has to refuse. */
public final class ForgottenConditions {

  private static final Pattern CONDITION =
      Pattern.compile("(\\w+\\.)?account_id *= *(\\?|viewer\\.account_id\\(\\))");

  private final AtomicInteger forgotten = new AtomicInteger();

  /** From now on, until {@link #end}. */
  public void begin() {
    StatementCounter.rewrite(
        sql -> {
          String without =
              CONDITION
                  .matcher(sql)
                  .replaceAll(m -> m.group(2).equals("?") ? "cast(? as uuid) is not null" : "true");
          if (!without.equals(sql)) {
            forgotten.incrementAndGet();
          }
          return without;
        });
  }

  /** Fails when there was none to take out. */
  public void end() {
    StatementCounter.rewrite(UnaryOperator.identity());
    assertThat(forgotten).hasPositiveValue();
  }
}
