package dev.prepgraph.interview;

import static dev.prepgraph.interview.Tracking.move;
import static dev.prepgraph.interview.Tracking.stage;
import static dev.prepgraph.interview.Tracking.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrackedUpcomingInterviewsTest {

  private static List<String> queue(User user) {
    return user.query("{ viewer { practiceQueue(first: 100) { question { id } } } }")
        .getList("viewer.practiceQueue.question.id");
  }

  @Test
  void leadPractice() {
    User user = User.unknown();
    String guide =
        GraphQL.query("{ roleGuide(slug: \"backend-developer-intern\") { id } }")
            .getString("roleGuide.id");
    List<String> questions =
        GraphQL.query(
                "{ roleGuide(slug: \"backend-developer-intern\") { questions(first: 100) { edges { node { id } } } } }")
            .getList("roleGuide.questions.edges.node.id");
    assertThat(queue(user)).isEmpty();

    String id =
        track(
            user,
            "guideId",
            guide,
            "scheduledAt",
            Instant.now().plus(Duration.ofDays(3)).toString());

    assertThat(queue(user)).hasSameElementsAs(questions);
    move(user, id, stage(user, "Withdrawn"), null);
    assertThat(queue(user)).isEmpty();
    assertThat(queue(User.unknown())).isEmpty();
  }
}
