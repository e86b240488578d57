package dev.prepgraph.http;

import static dev.prepgraph.Published.questions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.User;
import dev.prepgraph.answer.Answers;
import dev.prepgraph.http.stream.GraphQLSocket;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions that take longer than the time limit of a request. */
@QuarkusTest
@TestProfile(ImpatientProfile.class)
class SlowTransactionTest {

  private static final String ERASE =
      "mutation { deleteMyAccount(input: { confirm: true }) { deletedId userErrors { code } } }";

  private final User user = User.unknown();
  private String account;

  @BeforeEach
  void saveAnAnswer() {
    Answers.save(user, questions(2).get(0), 0, "body", "text");
    account =
        OwnerSql.texts(
                "select cast(id as text) from viewer.account where subject = ?", user.subject())
            .get(0);
    OwnerSql.execute(
        """
        create function answer.slow() returns trigger language plpgsql as $$
        begin
          perform pg_sleep(6);
          return null;
        end $$
        """);
  }

  @AfterEach
  void dropTriggers() {
    OwnerSql.execute("drop function answer.slow() cascade");
  }

  private void slowErasure() {
    OwnerSql.execute(
        "create trigger slow after delete on answer.saved_answer for each row when (old.account_id = '%s') execute function answer.slow()"
            .formatted(account));
  }

  private int accounts() {
    return OwnerSql.count(
        "select count(*) from viewer.account where id = cast(? as uuid)", account);
  }

  @Test
  void erasesALargeAccount() {
    slowErasure();
    assertThat(user.mutate(ERASE, Map.of()).getString("deletedId")).isNotNull();
    assertThat(accounts()).isZero();
  }

  @Test
  void erasesALargeAccountOverASocket() {
    slowErasure();
    try (GraphQLSocket socket = GraphQLSocket.of(user)) {
      socket.subscribe("1", ERASE);
      assertThat(socket.next("1").at("/payload/data/deleteMyAccount/deletedId").isTextual())
          .isTrue();
    }
    assertThat(accounts()).isZero();
  }

  /** The commit is not broken off; what follows it is. */
  @Test
  void tellsThatAMutationOfASocketMayHaveBeenMade() {
    OwnerSql.execute(
        """
        create constraint trigger slow after insert on answer.answer_revision deferrable initially deferred
        for each row when (new.account_id = '%s') execute function answer.slow()
        """
            .formatted(account));
    String save =
        "saveAnswer(input: { questionId: \"%s\", body: \"text\", expectedVersion: 0 }) { savedAnswer { version } }";
    try (GraphQLSocket socket = GraphQLSocket.of(user)) {
      socket.subscribe("1", "mutation { %s }".formatted(save.formatted(questions(2).get(1))));
      JsonNode message = socket.next("1");
      assertThat(message.get("type").asText()).isEqualTo("error");
      assertThat(message.at("/payload/0/message").asText())
          .isEqualTo("This took too long; read again before you repeat it");
      assertThat(message.at("/payload/0/extensions/code").asText()).isEqualTo("UNAVAILABLE");
      assertThat(message.at("/payload/0/extensions/outcome").asText()).isEqualTo("UNKNOWN");
    }
    assertThat(
            OwnerSql.count(
                "select count(*) from answer.saved_answer where account_id = cast(? as uuid)",
                account))
        .isEqualTo(2);
  }
}
