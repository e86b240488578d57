package dev.prepgraph.account.change;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import dev.prepgraph.answer.Answers;
import dev.prepgraph.http.stream.GraphQLSocket;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What subscribers of {@code viewerChanged} hear. */
@QuarkusTest
class ViewerChangedTest {

  private static final String ERRORS = " userErrors { code field } ";

  @Inject ViewerChangeSource source;

  private final User user = User.unknown();
  private List<String> questions;

  @BeforeEach
  void listQuestions() {
    questions = Published.guideQuestions();
  }

  private static String input(String mutation, String type, String selection) {
    return "mutation ($input: %s!) { %s(input: $input) { %s%s} }"
        .formatted(type, mutation, selection, ERRORS);
  }

  private JsonPath mutate(String mutation, String selection, Object... input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return user.mutate(input(mutation, type, selection), Map.of("input", GraphQL.map(input)));
  }

  private static String text(JsonNode event) {
    String id = event.at("/node/id").asText("-");
    String type = event.at("/node/__typename").asText("-");
    return "%s %s %s %s"
        .formatted(
            event.get("kind").asText(),
            type.isEmpty() ? "-" : type,
            id.isEmpty() ? "-" : id,
            event.get("deletedId").asText("-").replace("null", "-"));
  }

  private static void expect(GraphQLSocket socket, String... events) {
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < events.length; i++) {
      heard.add(text(socket.event()));
    }
    assertThat(heard).containsExactly(events);
  }

  @Test
  void hearsEachKindOfChangeOnAllDevices() {
    try (GraphQLSocket one = GraphQLSocket.of(user).subscribeViewer();
        GraphQLSocket two = GraphQLSocket.of(user).subscribeViewer()) {
      String answer = Answers.save(user, questions.get(0), 0, "body", "Mine").getString("id");
      expect(one, "ANSWER SavedAnswer " + answer + " -");
      expect(two, "ANSWER SavedAnswer " + answer + " -");
      mutate("deleteSavedAnswer", "deletedId", "id", answer);
      expect(one, "ANSWER - - " + answer);
      expect(two, "ANSWER - - " + answer);

      mutate("setBookmark", "bookmark { createdAt }", "id", questions.get(0), "bookmarked", true);
      expect(one, "BOOKMARK Question " + questions.get(0) + " -");
      mutate("updatePreferences", "preferences { locale }", "locale", "de");
      expect(one, "PREFERENCES - - -");

      String interview =
          mutate("trackInterview", "interview { id }", "position", "Developer")
              .getString("interview.id");
      expect(one, "INTERVIEW Interview " + interview + " -");
      mutate("deleteInterview", "deletedId", "id", interview);
      expect(one, "INTERVIEW - - " + interview);
      List<String> stages =
          new ArrayList<>(
              user.query("{ viewer { interviewStages { id } } }")
                  .getList("viewer.interviewStages.id"));
      mutate("reorderInterviewStages", "interviewStages { id }", "ids", stages);
      Collections.reverse(stages);
      mutate("reorderInterviewStages", "interviewStages { id }", "ids", stages);
      expect(one, "INTERVIEW - - -");

      String practice =
          mutate(
                  "recordPractice",
                  "practice { id }",
                  "questionId",
                  questions.get(1),
                  "rating",
                  "GOOD")
              .getString("practice.id");
      expect(one, "PRACTICE RecordedPractice " + practice + " -");
      mutate("undoPractice", "deletedId", "id", practice);
      expect(one, "PRACTICE - - " + practice);
    }
  }

  @Test
  void hearsThePlanAndTheSession() {
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      String plan =
          mutate(
                  "createPrepPlan",
                  "prepPlan { id }",
                  "guideId",
                  Published.guide(),
                  "interviewOn",
                  LocalDate.now().plusDays(30).toString(),
                  "dailyMinutes",
                  60,
                  "timeZone",
                  "Europe/Berlin")
              .getString("prepPlan.id");
      expect(socket, "PLAN PrepPlan " + plan + " -");
      mutate(
          "addPlanItem",
          "prepPlan { id }",
          "planId",
          plan,
          "title",
          "Read",
          "estimatedMinutes",
          10,
          "date",
          LocalDate.now().plusDays(3).toString());
      expect(socket, "PLAN PrepPlan " + plan + " -");
      mutate("deletePrepPlan", "deletedId", "id", plan);
      expect(socket, "PLAN - - " + plan);

      String session =
          mutate(
                  "startPracticeSession",
                  "practiceSession { id }",
                  "guideId",
                  Published.guide(),
                  "questions",
                  2,
                  "minutesEach",
                  2)
              .getString("practiceSession.id");
      expect(socket, "PRACTICE PracticeSession " + session + " -");
      mutate("finishPracticeSession", "practiceSession { id }", "id", session);
      expect(socket, "PRACTICE PracticeSession " + session + " -");
      mutate("deletePracticeSession", "deletedId", "id", session);
      expect(socket, "PRACTICE - - " + session);
    }
  }

  @Test
  void hearsNothingOfWhatWasNotWritten() {
    String answer = Answers.save(user, questions.get(0), 0, "body", "Mine").getString("id");
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      // A repeat, a conflict, and a failed input.
      Answers.save(user, questions.get(0), 0, "body", "Mine");
      user.payload(
          input("saveAnswer", "SaveAnswerInput", ""),
          Map.of(
              "input", Map.of("questionId", questions.get(0), "expectedVersion", 7, "body", "B")));
      user.payload(
          input("deletePrepPlan", "DeletePrepPlanInput", ""),
          Map.of("input", Map.of("id", answer)));
      mutate("setBookmark", "target { __typename }", "id", questions.get(3), "bookmarked", false);
      user.payload(
          input("updatePreferences", "UpdatePreferencesInput", ""), Map.of("input", Map.of()));
      Answers.save(user, questions.get(1), 0, "body", "Next");
      assertThat(socket.event().at("/node/id").asText()).isNotEqualTo(answer);
      assertThat(socket.hasMessage()).isFalse();
    }
  }

  @Test
  void resynchronizesAfterAnImport() {
    Answers.save(user, questions.get(0), 0, "body", "Mine");
    var export = user.export();
    User other = User.unknown();
    try (GraphQLSocket socket = GraphQLSocket.of(other).subscribeViewer()) {
      assertThat(other.importExport(export).getInt("imported")).isPositive();
      expect(socket, "RESYNC - - -");
    }
  }

  @Test
  void endsWithTheErasedAccount() {
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      mutate("deleteMyAccount", "deletedId", "confirm", true);
      assertThat(socket.closed()).isEqualTo("4401 The account was erased");
    }
    await().until(() -> source.accounts() == 0);
  }

  /** The event of a change before the erasure may be resolved after it. */
  @Test
  void createsNoErasedAccountAgain() {
    String answer = Answers.save(user, questions.get(0), 0, "body", "Mine").getString("id");
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      OwnerSql.execute(
          """
          with erased as (delete from viewer.account where subject = ? returning id)
          select pg_notify('viewer_change', id || ' ANSWER ' || ? || ' saved') from erased
          """,
          user.subject(),
          answer);
      assertThat(socket.closed()).isEqualTo("4401 The account was erased");
    }
    assertThat(accounts()).isZero();
  }

  /** Between the statement that finds the account and the check after the listener is there. */
  @Test
  void rejectsASubscriptionToAnAccountErasedMeanwhile() {
    Answers.save(user, questions.get(0), 0, "body", "Mine");
    StatementCounter.rewrite(
        sql -> {
          if (sql.contains("viewer.reenter")) {
            // On another thread, which has a transaction of its own.
            CompletableFuture.runAsync(
                    () ->
                        OwnerSql.execute(
                            "delete from viewer.account where subject = ?", user.subject()))
                .join();
          }
          return sql;
        });
    try (GraphQLSocket socket = GraphQLSocket.of(user)) {
      assertThatThrownBy(socket::subscribeViewer)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("The account was erased");
    } finally {
      StatementCounter.rewrite(UnaryOperator.identity());
    }
    assertThat(accounts()).isZero();
    await().until(() -> source.accounts() == 0);
  }

  /** The account may be erased, and nothing else would end its streams. */
  @Test
  void endsWhenTheErasureIsNotConfirmed() {
    OwnerSql.execute(
        """
        create function public.lose_erasure() returns trigger language plpgsql security definer as
        'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
        create constraint trigger lost after insert on viewer.erasure deferrable initially deferred
        for each row execute function public.lose_erasure()
        """);
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      String erase = "mutation { deleteMyAccount(input: {confirm: true}) { deletedId } }";
      user.request()
          .contentType("application/json")
          .body(Map.of("query", erase))
          .post("/graphql")
          .then()
          .statusCode(503);
      assertThat(socket.closed()).isEqualTo("4401 The account was erased");
    } finally {
      OwnerSql.execute("drop function public.lose_erasure() cascade");
    }
  }

  /** The account of the user's next request is another one. */
  @Test
  void endsAlsoWhenTheUserReturns() {
    String answer = Answers.save(user, questions.get(0), 0, "body", "Mine").getString("id");
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      OwnerSql.execute(
          "update viewer.account set subject = subject || ' before' where subject = ?",
          user.subject());
      user.query("{ viewer { id } }");
      OwnerSql.execute(
          """
          select pg_notify('viewer_change', id || ' ANSWER ' || ? || ' saved') from viewer.account
          where subject = ? || ' before'
          """,
          answer,
          user.subject());
      assertThat(socket.closed()).isEqualTo("4401 The account was erased");
    }
    assertThat(accounts()).isOne();
  }

  private int accounts() {
    return OwnerSql.count("select count(*) from viewer.account where subject = ?", user.subject());
  }

  @Test
  void hearsOfTheInterviewsOfADeletedPlan() {
    String plan =
        mutate(
                "createPrepPlan",
                "prepPlan { id }",
                "guideId",
                Published.guide(),
                "interviewOn",
                LocalDate.now().plusDays(30).toString(),
                "dailyMinutes",
                60,
                "timeZone",
                "Europe/Berlin")
            .getString("prepPlan.id");
    String interview =
        mutate("trackInterview", "interview { id }", "position", "Developer", "planId", plan)
            .getString("interview.id");
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      mutate("deletePrepPlan", "deletedId", "id", plan);
      expect(socket, "INTERVIEW Interview " + interview + " -", "PLAN - - " + plan);
    }
  }

  @Test
  void resynchronizesAfterAReconnection() {
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      OwnerSql.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?",
          ChangeListener.APPLICATION);
      expect(socket, "RESYNC - - -");
      String answer = Answers.save(user, questions.get(0), 0, "body", "Mine").getString("id");
      expect(socket, "ANSWER SavedAnswer " + answer + " -");
    }
  }

  /** One to enter and one to read, beside those of the save. */
  @Test
  void takesTwoStatementsForAnEvent() {
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      List<String> sent =
          StatementCounter.during(
              () -> {
                Answers.save(user, questions.get(0), 0, "body", "Mine");
                socket.event();
              });
      assertThat(sent).hasSize(3 + 2);
    }
  }

  /** Whatever the interleaving of the writes, users hear all of their own and none of others. */
  @Test
  void hearsOwnChangesOnly() {
    long seed = ThreadLocalRandom.current().nextLong();
    List<User> users = List.of(User.unknown(), User.unknown(), User.unknown(), User.unknown());
    List<GraphQLSocket> sockets =
        users.stream().map(u -> GraphQLSocket.of(u).subscribeViewer()).toList();
    List<CompletableFuture<Set<String>>> writers =
        IntStream.range(0, users.size())
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> write(users.get(i), new Random(seed + i))))
            .toList();
    List<Set<String>> written = writers.stream().map(CompletableFuture::join).toList();
    for (int i = 0; i < users.size(); i++) {
      // All events before this one are read, also those of others.
      String last = Answers.save(users.get(i), questions.get(5), 0, "body", "Last").getString("id");
      Set<String> heard = new HashSet<>();
      while (!heard.contains(last)) {
        heard.add(sockets.get(i).event().at("/node/id").asText());
      }
      heard.remove(last);
      assertThat(heard).as("seed %d", seed).isEqualTo(written.get(i));
      sockets.get(i).close();
    }
  }

  /** Saves answers to random questions; returns their ids. */
  private Set<String> write(User writer, Random random) {
    Map<String, Integer> versions = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      String question = questions.get(random.nextInt(5));
      int version = versions.merge(question, 1, Integer::sum);
      ids.add(
          Answers.save(writer, question, version - 1, "body", "Version " + version)
              .getString("id"));
    }
    return ids;
  }
}
