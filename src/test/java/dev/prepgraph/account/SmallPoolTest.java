package dev.prepgraph.account;

import static dev.prepgraph.Published.questions;
import static dev.prepgraph.answer.Answers.save;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Requests for private data and the catalogue need two connections each; they must not deadlock.
 */
@QuarkusTest
@TestProfile(SmallPoolTest.SmallPool.class)
class SmallPoolTest {

  /** Three connections, one of which the catalogue's watcher keeps, and nothing cached. */
  public static final class SmallPool implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.max-size", "3",
          "prepgraph.catalogue.cache-size", "0");
    }
  }

  @Test
  void servesMoreUsersAtOnceThanItHasConnections() throws Exception {
    User user = User.unknown();
    save(user, questions(1).get(0), 0, "body", "mine");
    Callable<Integer> ask =
        () ->
            user.query(
                    "{ viewer { savedAnswers { totalCount edges { node { question { slug } } } } } search(text: \"test\") { totalCount } }")
                .getInt("viewer.savedAnswers.totalCount");
    var pool = Executors.newFixedThreadPool(4);
    try {
      for (var answer : pool.invokeAll(Stream.generate(() -> ask).limit(24).toList())) {
        assertThat(answer.get()).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
