package dev.prepgraph.common.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class OptimisticLockTest {

  @Property
  void acceptsTheCurrentVersionAndRetries(
      @ForAll @IntRange(max = 5) int version,
      @ForAll @IntRange(min = -1, max = 6) int expected,
      @ForAll boolean repeated) {
    UserErrorException rejected =
        catchThrowableOfType(
            UserErrorException.class,
            () -> OptimisticLock.check(version, expected, repeated, "input", "expectedVersion"));

    if (expected == version || repeated && expected + 1 == version) {
      assertThat(rejected).isNull();
    } else {
      assertThat(rejected.errors())
          .containsExactly(
              UserError.of(
                  UserErrorCode.CONFLICT,
                  "expectedVersion must be the newest version; read it, merge, and save with its version",
                  "input",
                  "expectedVersion"));
    }
  }
}
