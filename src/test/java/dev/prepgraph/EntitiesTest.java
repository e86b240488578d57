package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntitiesTest {

  @Inject SessionFactory sessions;

  /** What the strategy {@code validate} does at boot, where these tables do not exist yet. */
  @Test
  void agreeWithTheMigratedTables() {
    assertThatCode(() -> sessions.getSchemaManager().validateMappedObjects())
        .doesNotThrowAnyException();
  }
}
