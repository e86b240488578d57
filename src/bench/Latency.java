import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Measures the latency of a mix of requests at rates below the limit of the service: java -cp
 * VERT.X Latency.java TOKENS PORT SECONDS WARM-UP-SECONDS. Requests are sent at their intended
 * times whatever the responses take, and their latency counts from then on, also while they wait
 * for a connection, so that a stall counts for all that it delays. One thread sends and receives:
 * the client of the JDK took as much processor time as the service.
 */
class Latency {

  private static final int CLOSED_LOOP = 16; // connections that find the limit
  private static final int MAX_CONNECTIONS = 64;
  private static final int MAX_IN_FLIGHT = 1_000;
  private static final int GUIDES = 80; // percent, every second one with a token and saved answers
  private static final int SEARCHES = 15; // percent; the rest saves an answer
  private static final double[] LOADS = {0.3, 0.7, 0.9};
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern SLUG = Pattern.compile("\"slug\":\"([^\"]+)\"");
  private static final String BODY =
      "I measured first, found the slow statement, and added the index it needed. ".repeat(8);

  /** A user with one saved answer, of which one save runs at a time. */
  private static final class User {

    final String token;
    int version;

    User(String token) {
      this.token = token;
    }
  }

  private enum Kind {
    GUIDE,
    OWN,
    SEARCH,
    SAVE
  }

  /** A request of the mix; the user is one that saves, or null. */
  private record Sent(Kind kind, Buffer body, String token, User user) {}

  /** The latency of a request. */
  private record Measured(Kind kind, long nanos) {}

  /** What was measured at a rate, the fastest first. */
  private record Result(double rate, List<Measured> measured, int failed) {

    double millis(double quantile) {
      return measured.get((int) (quantile * (measured.size() - 1))).nanos() / 1e6;
    }

    Result of(Kind kind) {
      return new Result(
          rate, measured.stream().filter(request -> request.kind() == kind).toList(), failed);
    }
  }

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final HttpClient client;
  private final Random random = new Random(7);
  private final String guide = Files.readString(Path.of("src/bench/guide.graphql")).strip();
  private final List<String> slugs;
  private final String question;
  private final List<String> tokens;
  private final Queue<User> idle = new ConcurrentLinkedQueue<>();
  private boolean reported; // only used by the thread of the loop

  private Latency(List<String> tokens, int port) throws IOException {
    this.tokens = tokens;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setMaxWaitQueueSize(-1));
    tokens.forEach(token -> idle.add(new User(token)));
    slugs = find(SLUG, "{ roleGuides(first: 100) { nodes { slug } } }");
    question = find(ID, "{ questions(first: 1) { nodes { id } } }").get(0);
  }

  private List<String> find(Pattern pattern, String query) {
    String response =
        post(body(query), null).toCompletionStage().toCompletableFuture().join().toString();
    List<String> found = pattern.matcher(response).results().map(match -> match.group(1)).toList();
    if (found.isEmpty()) {
      throw new IllegalStateException(response);
    }
    return found;
  }

  public static void main(String... args) throws Exception {
    Latency bench =
        new Latency(Files.readAllLines(Path.of(args[0])), Integer.parseInt(args[1]));
    Duration each = Duration.ofSeconds(Integer.parseInt(args[2]));
    bench.closedLoop(Duration.ofSeconds(Integer.parseInt(args[3])));
    double limit = bench.closedLoop(each);
    System.out.printf(Locale.ROOT, "%d connections at once: %.0f requests/s%n", CLOSED_LOOP, limit);
    System.out.print("load   requests/s      p50      p99    p99.9  p99/p50   failed");
    System.out.println("   p99 of guides  of users  searches     saves");
    for (double load : LOADS) {
      bench.openLoop(load * limit, each); // the JVM recompiles for seconds after a change of rate
      Result result = bench.openLoop(load * limit, each);
      System.out.printf(
          Locale.ROOT,
          "%3.0f %% %12.0f %7.2f ms %6.2f ms %6.2f ms %7.1f %8d",
          100 * load, result.rate(), result.millis(0.5), result.millis(0.99), result.millis(0.999),
          result.millis(0.99) / result.millis(0.5), result.failed());
      for (Kind kind : Kind.values()) {
        System.out.printf(Locale.ROOT, "%7.2f ms", result.of(kind).millis(0.99));
      }
      System.out.println();
    }
    System.exit(0);
  }

  private static Buffer body(String query) {
    return Buffer.buffer("{\"query\":\"%s\"}".formatted(query.replace("\"", "\\\"")));
  }

  /** The body of the response; a failure where it is not 200. */
  private Future<Buffer> post(Buffer body, String token) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setURI("/graphql")
            .setTimeout(30_000)
            .putHeader("Content-Type", "application/json");
    if (token != null) {
      options.putHeader("Authorization", "Bearer " + token);
    }
    return client
        .request(options)
        .compose(request -> request.send(body))
        .compose(
            response ->
                response.statusCode() == 200
                    ? response.body()
                    : Future.failedFuture("Status " + response.statusCode()));
  }

  private Sent next() {
    int kind = random.nextInt(100);
    if (kind >= GUIDES + SEARCHES) {
      User user = idle.poll();
      if (user == null) {
        throw new IllegalStateException("More users are needed than " + tokens.size());
      }
      String variables =
          "{\"i\":{\"questionId\":\"%s\",\"expectedVersion\":%d,\"body\":\"%d %s\"}}"
              .formatted(question, user.version, user.version, BODY);
      String mutation =
          "mutation ($i: SaveAnswerInput!) { saveAnswer(input: $i) { savedAnswer { version } userErrors { code } } }";
      String body = "{\"query\":\"%s\",\"variables\":%s}".formatted(mutation, variables);
      return new Sent(Kind.SAVE, Buffer.buffer(body), user.token, user);
    }
    String slug = slugs.get(random.nextInt(slugs.size()));
    if (kind >= GUIDES) {
      String words = slug.replace('-', ' ');
      String search =
          "{ search(text: \"%s\", first: 10) { totalCount edges { node { excerpt } } } }";
      return new Sent(Kind.SEARCH, body(search.formatted(words)), null, null);
    }
    String page = guide.replace("backend-developer-intern", slug);
    if (kind % 2 == 0) {
      return new Sent(Kind.GUIDE, body(page), null, null);
    }
    String own = page.replace("node { prompt", "node { myAnswer { status body } prompt");
    return new Sent(Kind.OWN, body(own), tokens.get(random.nextInt(tokens.size())), null);
  }

  /** Sends a request; tells whether it succeeded. */
  private void send(Sent sent, Consumer<Boolean> then) {
    loop.runOnContext(
        now ->
            post(sent.body(), sent.token())
                .onComplete(
                    response -> {
                      boolean done = response.succeeded() && isExpected(sent, response.result());
                      if (!done && !reported) {
                        reported = true;
                        System.err.println("The first failure: " + response);
                      }
                      if (sent.user() != null) {
                        sent.user().version += done ? 1 : 0;
                        idle.add(sent.user());
                      }
                      then.accept(done);
                    }));
  }

  /** Without errors, which are the first member of a response. */
  private static boolean isExpected(Sent sent, Buffer response) {
    return response.getString(0, Math.min(8, response.length())).equals("{\"data\":")
        && (sent.user() == null || response.toString().contains("\"userErrors\":[]"));
  }

  /** The rate at which a fixed number of connections is served. */
  private double closedLoop(Duration duration) throws InterruptedException {
    AtomicInteger served = new AtomicInteger();
    Semaphore free = new Semaphore(CLOSED_LOOP);
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < duration.toNanos()) {
      free.acquire();
      send(
          next(),
          done -> {
            served.addAndGet(done ? 1 : 0);
            free.release();
          });
    }
    free.acquire(CLOSED_LOOP);
    return served.get() / ((System.nanoTime() - begin) / 1e9);
  }

  private Result openLoop(double rate, Duration duration) throws InterruptedException {
    int count = (int) (rate * duration.toSeconds());
    Measured[] measured = new Measured[count];
    AtomicInteger failed = new AtomicInteger();
    Semaphore free = new Semaphore(MAX_IN_FLIGHT);
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long intended = begin + (long) (i * 1e9 / rate);
      for (long wait; (wait = intended - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(wait);
      }
      free.acquire();
      int number = i;
      Sent sent = next();
      send(
          sent,
          done -> {
            measured[number] = new Measured(sent.kind(), System.nanoTime() - intended);
            failed.addAndGet(done ? 0 : 1);
            free.release();
          });
    }
    free.acquire(MAX_IN_FLIGHT);
    double reached = count / ((System.nanoTime() - begin) / 1e9);
    Arrays.sort(measured, Comparator.comparingLong(Measured::nanos));
    return new Result(reached, List.of(measured), failed.get());
  }
}
