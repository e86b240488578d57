package dev.prepgraph.http.stream;

import static dev.prepgraph.http.SmallBudgets.USER_POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.TestClock;
import dev.prepgraph.User;
import dev.prepgraph.http.SmallBudgets;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallBudgets.class)
class StreamBudgetTest {

  private static final String MUTATIONS =
      IntStream.range(0, 30)
          .mapToObj(i -> "m" + i + ": updatePreferences(input: {}) { userErrors { code } }")
          .collect(Collectors.joining(" ", "mutation { ", " }"));

  @Inject TestClock clock;

  private final User user = User.unknown();

  /** At the present time, as streams end with their tokens. */
  @BeforeEach
  void stopTheClock() {
    clock.set(Instant.now().toString());
  }

  @AfterEach
  void startTheClock() {
    clock.set(null);
  }

  @Test
  void takesPointsOfTheSameBudgetAsRequests() {
    assertThat(remaining(user)).isEqualTo(USER_POINTS - 2);
    try (GraphQLSocket socket = GraphQLSocket.of(user)) {
      socket.subscribe("1", "{ rateLimit { remaining } }");
      assertThat(socket.next().at("/payload/data/rateLimit/remaining").asInt())
          .isEqualTo(USER_POINTS - 4);
      assertThat(socket.next().get("type").asText()).isEqualTo("complete");
      JsonNode rejected = firstRejection(socket);

      assertThat(rejected.at("/payload/0/extensions/code").asText()).isEqualTo("RATE_LIMITED");
      assertThat(rejected.at("/payload/0/extensions/retryAfter").asInt())
          .isBetween(1, USER_POINTS / 100);
      assertThat(remaining(user)).isLessThan(USER_POINTS / 2);
    }
  }

  /** Repeats the mutations until they are rejected. */
  private static JsonNode firstRejection(GraphQLSocket socket) {
    while (true) {
      socket.subscribe("1", MUTATIONS);
      JsonNode message = socket.next();
      if (message.get("type").asText().equals("error")) {
        return message;
      }
      assertThat(socket.next().get("type").asText()).isEqualTo("complete");
    }
  }

  private static int remaining(User user) {
    return user.query("{ rateLimit { remaining } }").getInt("rateLimit.remaining");
  }
}
