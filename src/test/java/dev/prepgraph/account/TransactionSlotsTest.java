package dev.prepgraph.account;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.Published.questions;
import static dev.prepgraph.answer.Answers.save;

import dev.prepgraph.User;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransactionSlotsTest {

  @Inject AgroalDataSource dataSource;
  @Inject TransactionSlots slots;

  /** As a long import does, something locks one user's account; many saves wait for it. */
  @Test
  void waitingSavesOfOneUserDoNotBlockOthers() throws Exception {
    User busy = User.unknown();
    User other = User.unknown();
    String question = questions(1).get(0);
    save(busy, question, 0, "body", "first");
    save(other, question, 0, "body", "first");
    var clients = Executors.newFixedThreadPool(24);
    try (Connection locking = dataSource.getConnection();
        var lock =
            locking.prepareStatement("select from viewer.account where subject = ? for update")) {
      locking.setAutoCommit(false);
      lock.setString(1, busy.subject());
      lock.execute();
      List<CompletableFuture<Void>> saves =
          IntStream.range(0, 24)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () ->
                              busy.send(
                                  "mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { version } } }",
                                  Map.of(
                                      "input",
                                      Map.of(
                                          "questionId",
                                          question,
                                          "body",
                                          "text " + i,
                                          "expectedVersion",
                                          1))),
                          clients))
              .toList();
      await().until(() -> waiting(locking) == 3);
      for (int version = 1; version < 5; version++) {
        save(other, question, version, "body", "version " + version);
      }
      locking.rollback();
      saves.forEach(CompletableFuture::join);
    } finally {
      clients.shutdown();
    }
    await().until(() -> slots.users() == 0);
  }

  private static int waiting(Connection connection) throws Exception {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%viewer.enter%'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
