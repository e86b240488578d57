package dev.prepgraph;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.ServiceClient.post;
import static dev.prepgraph.ServiceClient.questions;
import static dev.prepgraph.ServiceClient.search;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.ServiceClient.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Users who save and search during a fault. */
final class Load {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Answers that were acknowledged since the load began. */
  private static final AtomicInteger SAVED = new AtomicInteger();

  /** So many requests of a kind are a load. */
  private static final int ENOUGH = 50;

  private static final String SAVE =
      "mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { version } userErrors { code } } }";

  private Load() {}

  /** Saves answers one after the other until it is stopped; returns the acknowledged ones. */
  private static Map<String, Integer> save(
      PackagedService service, String token, List<String> questions, AtomicBoolean stop)
      throws Exception {
    Map<String, Integer> saved = new HashMap<>();
    for (int i = 0; !stop.get(); i++) {
      String question = questions.get(i % questions.size());
      int version = saved.getOrDefault(question, 0);
      Reply reply;
      try {
        reply =
            post(
                service,
                token,
                SAVE,
                Map.of(
                    "input",
                    Map.of(
                        "questionId", question, "expectedVersion", version, "body", "Text " + i)));
      } catch (IOException e) {
        throw new AssertionError("A connection broke", e);
      }
      if (reply.isOk()) {
        SAVED.incrementAndGet();
        JsonNode now = reply.body().at("/data/saveAnswer/savedAnswer/version");
        // A CONFLICT: written, but not acknowledged.
        saved.put(question, now.isInt() ? now.asInt() : version + 1);
      } else {
        assertThat(reply).matches(Reply::isUnavailable);
      }
    }
    return saved;
  }

  private static void assertSaved(
      PackagedService service, String token, Map<String, Integer> expected) throws Exception {
    for (var entry : expected.entrySet()) {
      Reply reply =
          post(
              service,
              token,
              "query ($id: ID!) { question(id: $id) { myAnswer { version } } }",
              Map.of("id", entry.getKey()));
      assertThat(reply.body().at("/data/question/myAnswer/version").asInt())
          .isGreaterThanOrEqualTo(entry.getValue());
    }
  }

  /** Runs writers and readers, breaks something meanwhile, and looks at what they saw. */
  static void underLoad(PackagedService service, Fault fault) throws Exception {
    List<String> questions = questions(service);
    SAVED.set(0);
    AtomicBoolean stop = new AtomicBoolean();
    Map<String, Map<String, Integer>> saved = new ConcurrentHashMap<>();
    List<Reply> read = new CopyOnWriteArrayList<>();
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String token = IdentityProvider.token("writer-" + NUMBER.incrementAndGet());
        running.add(run(clients, () -> saved.put(token, save(service, token, questions, stop))));
        running.add(
            run(
                clients,
                () -> {
                  while (!stop.get()) {
                    read.add(search(service));
                  }
                }));
      }
      await().until(() -> read.size() >= ENOUGH && SAVED.get() >= ENOUGH);
      fault.strike();
      await().until(() -> search(service).isOk());
      int savedBefore = SAVED.get();
      await().until(() -> SAVED.get() >= savedBefore + ENOUGH);
      stop.set(true);
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
          .get(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } finally {
      stop.set(true);
      clients.shutdown();
    }
    assertThat(read).isNotEmpty().allMatch(reply -> reply.isOk() || reply.isUnavailable());
    assertThat(saved).hasSize(4);
    for (var entry : saved.entrySet()) {
      assertThat(entry.getValue()).isNotEmpty();
      assertSaved(service, entry.getKey(), entry.getValue());
    }
  }

  interface Fault {
    void strike() throws Exception;
  }

  static CompletableFuture<Void> run(ExecutorService clients, Fault work) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            work.strike();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        clients);
  }
}
