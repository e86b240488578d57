package dev.prepgraph.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.IdentityProvider;
import dev.prepgraph.Published;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Row-level security isolates practice even from SQL without conditions. */
@QuarkusTest
class IsolationTest {

  private static final List<String> TABLES =
      List.of("card", "practice", "session", "session_question", "assessment");

  @Inject DataSource database;

  private final Candidate candidate = Candidate.unknown();

  private void practise() {
    String question = Published.guideQuestions().get(0);
    candidate.practise(question, "GOOD", Instant.now().minusSeconds(10));
    String criterion = Published.criteria(question).get(0);
    candidate.assess(candidate.answer(question, "DRAFT"), 1, Map.of(criterion, 3));
    candidate
        .user()
        .query(
            "mutation ($id: ID!) { startPracticeSession(input: {guideId: $id, questions: 1, minutesEach: 1}) { userErrors { code } } }",
            Map.of("id", Published.guide()));
  }

  private Connection as(Candidate user) throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (var enter = connection.prepareStatement("select viewer.enter(?, ?, true)")) {
      enter.setString(1, IdentityProvider.url());
      enter.setString(2, user.user().subject());
      enter.execute();
    }
    return connection;
  }

  private static int rows(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from practice." + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void showsUsersOnlyTheirOwnRows() throws SQLException {
    practise();
    for (String table : TABLES) {
      try (Connection own = as(candidate);
          Connection other = as(Candidate.unknown())) {
        assertThat(rows(own, table)).as(table).isEqualTo(1);
        assertThat(rows(other, table)).as(table).isZero();
        own.rollback();
        other.rollback();
      }
    }
  }

  @Test
  void forbidsChangesOfPractices() throws SQLException {
    practise();
    try (Connection own = as(candidate);
        var statement = own.createStatement()) {
      assertThatThrownBy(
              () -> statement.executeUpdate("update practice.practice set rating = 'EASY'"))
          .hasMessageContaining("permission denied");
      own.rollback();
    }
  }

  @Test
  void forbidsRatingsOfOtherUsersAnswers() throws SQLException {
    practise();
    try (Connection other = as(Candidate.unknown());
        var statement =
            other.prepareStatement(
                "insert into practice.assessment (answer_id, version, criterion, score) values (?, 1, 'x', 1)")) {
      statement.setObject(1, Candidate.key(answer()));
      assertThatThrownBy(statement::executeUpdate).hasMessageContaining("foreign key");
      other.rollback();
    }
  }

  private String answer() {
    return candidate
        .user()
        .query("{ viewer { savedAnswers { edges { node { id } } } } }")
        .getString("viewer.savedAnswers.edges[0].node.id");
  }
}
