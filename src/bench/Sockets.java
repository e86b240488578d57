import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Measures a replica without and with idle subscriptions, beside one that has none: java
 * Sockets.java TOKENS SECONDS PORT PID PORT PID opens a socket at the first replica for each token
 * in the file. Ends with an error, and without a report, if one is closed.
 */
class Sockets {

  private static final int OPENING = 20; // a service bounds those that are not authenticated yet
  private static final int MIN_RESPONSE = 40_000; // bytes of the guide
  private static final long DEADLINE_SECONDS = 120;

  /** A socket with one subscription by the protocol graphql-transport-ws. */
  private static final class Subscription implements WebSocket.Listener {

    private final String token;
    private final StringBuilder message = new StringBuilder();
    final CompletableFuture<Void> subscribed = new CompletableFuture<>();
    final CompletableFuture<Void> alive = new CompletableFuture<>();
    final CompletableFuture<String> closed = new CompletableFuture<>();
    volatile WebSocket socket;

    Subscription(String token) {
      this.token = token;
    }

    @Override
    public void onOpen(WebSocket opened) {
      socket = opened;
      opened.sendText(
          "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer %s\"}}"
              .formatted(token),
          true);
      opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        received(from, message.toString());
        message.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void received(WebSocket from, String text) {
      if (text.contains("\"connection_ack\"")) {
        from.sendText(
            "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { viewerChanged { kind deletedId node { id } } }\"}}",
            true);
      } else if (text.contains("\"next\"") && text.contains("\"RESYNC\"")) {
        subscribed.complete(null);
      } else if (text.contains("\"pong\"")) {
        alive.complete(null);
      } else {
        end("received " + text);
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      end("was closed: " + code + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      end("failed: " + failure);
    }

    private void end(String how) {
      closed.complete(how);
      IllegalStateException failure = new IllegalStateException("A socket " + how);
      subscribed.completeExceptionally(failure);
      alive.completeExceptionally(failure);
    }
  }

  /** A process of the service. */
  private record Replica(int port, String pid) {

    static Replica of(String port, String pid) {
      return new Replica(Integer.parseInt(port), pid);
    }

    /** Heap in use after a collection; NaN for a native executable, which cannot be asked. */
    double heapMiB() throws Exception {
      Process jcmd =
          new ProcessBuilder("jcmd", pid, "GC.class_histogram")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var lines = jcmd.inputReader()) {
        return lines
            .lines()
            .filter(line -> line.startsWith("Total"))
            .mapToDouble(line -> Double.parseDouble(line.strip().split(" +")[2]) / (1 << 20))
            .reduce(Double.NaN, (none, bytes) -> bytes);
      }
    }

    long residentMiB() throws IOException {
      return Files.readAllLines(Path.of("/proc", pid, "status")).stream()
              .filter(line -> line.startsWith("VmRSS"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          / 1024;
    }

    String memory() throws Exception {
      double heap = heapMiB();
      return "%d MiB (heap in use: %.1f MiB)".formatted(residentMiB(), heap);
    }
  }

  /** Latencies in nanoseconds. */
  private static final class Latencies {

    private long[] all = new long[1 << 16];
    private int count;

    void add(long nanos) {
      if (count == all.length) {
        all = Arrays.copyOf(all, 2 * count);
      }
      all[count++] = nanos;
    }

    double millis(double quantile) {
      return Arrays.stream(all, 0, count)
              .sorted()
              .skip((long) (count * quantile))
              .findFirst()
              .orElseThrow()
          / 1e6;
    }
  }

  /** Latencies of the same request at both replicas, which took turns. */
  private record Pair(Latencies measured, Latencies beside) {

    Pair() {
      this(new Latencies(), new Latencies());
    }

    String compared(double quantile) {
      double ratio = measured.millis(quantile) / beside.millis(quantile);
      return "%.2f to %.2f ms, ratio %.2f"
          .formatted(measured.millis(quantile), beside.millis(quantile), ratio);
    }
  }

  private final Replica measured;
  private final Replica beside;
  private final byte[] query;

  private Sockets(Replica measured, Replica beside) throws IOException {
    this.measured = measured;
    this.beside = beside;
    String document = Files.readString(Path.of("src/bench/guide.graphql")).strip();
    this.query = "{\"query\":\"%s\"}".formatted(document.replace("\"", "\\\"")).getBytes();
  }

  public static void main(String... args) throws Exception {
    List<String> tokens = Files.readAllLines(Path.of(args[0]));
    int seconds = Integer.parseInt(args[1]);
    Sockets bench = new Sockets(Replica.of(args[2], args[3]), Replica.of(args[4], args[5]));
    bench.measure(seconds); // warms up
    Pair[] without = bench.measure(seconds);
    String memoryWithout = bench.measured.memory();
    List<Subscription> subscriptions = bench.open(tokens);
    Pair[] with = bench.measure(seconds);
    requireAlive(subscriptions);
    String memoryWith = bench.measured.memory();
    close(subscriptions);
    Pair[] after = bench.measure(seconds);
    String memoryAfter = bench.measured.memory();

    System.out.printf("%,d sockets, idle for %d s and longer%n", tokens.size(), seconds);
    System.out.printf("resident before: %s%n", memoryWithout);
    System.out.printf("resident with the sockets: %s%n", memoryWith);
    System.out.printf("resident after: %s%n", memoryAfter);
    System.out.println("latency of the guide query, to that of a replica without sockets in turn");
    String[] names = {"warm", "executed"};
    for (int i = 0; i < names.length; i++) {
      for (double quantile : new double[] {0.5, 0.99}) {
        System.out.printf(
            "  %s, %s: before %s; with the sockets %s; after %s%n",
            names[i],
            quantile == 0.5 ? "median" : "p99",
            without[i].compared(quantile),
            with[i].compared(quantile),
            after[i].compared(quantile));
      }
    }
    System.exit(0);
  }

  private List<Subscription> open(List<String> tokens) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    URI uri = URI.create("ws://127.0.0.1:%d/graphql".formatted(measured.port));
    List<Subscription> all = new ArrayList<>();
    for (String token : tokens) {
      Subscription subscription = new Subscription(token);
      client
          .newWebSocketBuilder()
          .subprotocols("graphql-transport-ws")
          .buildAsync(uri, subscription)
          .exceptionally(
              failure -> {
                subscription.end("did not open: " + failure);
                return null;
              });
      all.add(subscription);
      if (all.size() >= OPENING) {
        all.get(all.size() - OPENING).subscribed.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
      }
    }
    for (Subscription subscription : all) {
      subscription.subscribed.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
    return all;
  }

  private static void requireAlive(List<Subscription> all) throws Exception {
    for (Subscription subscription : all) {
      subscription.socket.sendText("{\"type\":\"ping\"}", true);
    }
    for (Subscription subscription : all) {
      subscription.alive.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
      if (subscription.closed.isDone()) {
        throw new IllegalStateException("A socket " + subscription.closed.get());
      }
    }
  }

  private static void close(List<Subscription> all) throws Exception {
    all.forEach(subscription -> subscription.socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    for (Subscription subscription : all) {
      subscription.closed.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Measures for some seconds: warm and executed, at both replicas in turn. */
  private Pair[] measure(int seconds) throws IOException {
    Pair[] pairs = {new Pair(), new Pair()};
    for (int i = 0; i < seconds; i++) {
      boolean executed = i % 2 == 1;
      window(measured, executed, pairs[i % 2].measured);
      window(beside, executed, pairs[i % 2].beside);
    }
    return pairs;
  }

  /** Sends the guide query again and again for half a second, on a connection that is kept. */
  private void window(Replica replica, boolean executed, Latencies latencies) throws IOException {
    URL url = new URL("http://127.0.0.1:%d/graphql".formatted(replica.port));
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
    for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
      var request = (HttpURLConnection) url.openConnection();
      request.setDoOutput(true);
      request.setRequestProperty("Content-Type", "application/json");
      if (executed) { // a response with its cost is never from the cache
        request.setRequestProperty("Prepgraph-Cost", "true");
      }
      request.getOutputStream().write(query);
      byte[] response = request.getInputStream().readAllBytes();
      latencies.add(System.nanoTime() - start);
      if (response.length < MIN_RESPONSE) {
        throw new IllegalStateException("The guide query failed: " + new String(response));
      }
    }
  }
}
