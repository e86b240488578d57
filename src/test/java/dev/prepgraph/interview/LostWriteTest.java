package dev.prepgraph.interview;

import static dev.prepgraph.interview.Tracking.errors;
import static dev.prepgraph.interview.Tracking.node;
import static dev.prepgraph.interview.Tracking.track;
import static dev.prepgraph.interview.Tracking.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients are told when the database has written nothing. */
@QuarkusTest
class LostWriteTest {

  private static final String DROP =
      "drop trigger if exists lost on interview.interview; drop function if exists public.lose()";

  @Inject DataSource database;

  private final User user = User.unknown();

  @AfterEach
  void loseNothing() throws SQLException {
    run(DROP);
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void isAConflictWhereTheDatabaseHasAnotherVersion() throws SQLException {
    String id = track(user, "company", "Lost in between");
    run(
        """
        create function public.lose() returns trigger language plpgsql as 'begin return null; end';
        create trigger lost before update on interview.interview
        for each row when (old.company = 'Lost in between') execute function public.lose()
        """);

    assertThat(errors(update(user, id, 1, "notes", "n")))
        .containsExactly("CONFLICT [input, expectedVersion]");
    JsonPath debrief =
        user.query(
                DebriefTest.SAVE,
                Map.of(
                    "input",
                    Map.of(
                        "interviewId",
                        id,
                        "expectedVersion",
                        1,
                        "askedQuestions",
                        List.of(),
                        "gaps",
                        List.of())))
            .setRootPath("data.saveInterviewDebrief");
    assertThat(errors(debrief)).containsExactly("CONFLICT [input, expectedVersion]");
    assertThat(node(user, id).getInt("version")).isEqualTo(1);
  }
}
