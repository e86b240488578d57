package dev.prepgraph.partner.event.delivery;

import dev.prepgraph.partner.event.delivery.Delivery.Outcome;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a signed event to an endpoint. It connects to an address that it has checked, so that a DNS
 * server cannot give another one in between; TLS still verifies the host name.
 */
final class WebhookSender {

  /** Resolves a host name, as {@link InetAddress#getAllByName} does. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private static final int MAX_RESPONSE_BYTES = 65_536;
  private static final int IDLE_SECONDS = 20;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final Vertx vertx;
  private final HttpClient client;
  private final Resolver resolver;
  private final Executor resolving;
  private final WebhookSecrets secrets;
  private final Clock clock;
  private final WebhookConfig config;
  private final Map<String, CompletableFuture<List<InetAddress>>> lookups =
      new ConcurrentHashMap<>();

  /**
   * @param options TLS settings of the client
   * @param resolving runs blocking look-ups
   */
  WebhookSender(
      Vertx vertx,
      HttpClientOptions options,
      Resolver resolver,
      Executor resolving,
      WebhookSecrets secrets,
      Clock clock,
      WebhookConfig config) {
    this.vertx = vertx;
    this.resolver = resolver;
    this.resolving = resolving;
    this.secrets = secrets;
    this.clock = clock;
    this.config = config;
    int connectMillis = Math.toIntExact(config.connectTimeout().toMillis());
    this.client =
        vertx.createHttpClient(
            options
                .setMaxPoolSize(config.concurrent())
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setConnectTimeout(connectMillis)
                .setSslHandshakeTimeout(connectMillis)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                // Partners do not learn the ids of traces.
                .setTracingPolicy(TracingPolicy.IGNORE));
  }

  void close() {
    client.close();
  }

  /** Sends an event; the future never fails. */
  CompletableFuture<Outcome> send(Delivery delivery) {
    Optional<URI> url = EndpointUrl.parse(delivery.url(), config.insecure());
    if (url.isEmpty()) {
      return CompletableFuture.completedFuture(delivery.failed(null, DeliveryFailure.URL_REFUSED));
    }
    long timestamp = clock.instant().getEpochSecond();
    Optional<String> signature =
        secrets.sign(delivery.secrets(), delivery.event(), timestamp, delivery.payload());
    if (signature.isEmpty()) {
      return CompletableFuture.completedFuture(delivery.failed(null, DeliveryFailure.NO_SECRET));
    }
    long deadline = System.nanoTime() + config.timeout().toNanos();
    RequestOptions options =
        options(url.get())
            .putHeader("content-type", "application/json")
            .putHeader("user-agent", "Prepgraph-Webhooks")
            .putHeader("webhook-id", delivery.event().toString())
            .putHeader("webhook-timestamp", Long.toString(timestamp))
            .putHeader("webhook-signature", signature.get());
    return resolve(url.get().getHost())
        .thenCompose(
            addresses ->
                addresses.stream().allMatch(this::isAllowed)
                    ? post(delivery, deadline, options.setServer(server(options, addresses)))
                    : CompletableFuture.completedFuture(
                        delivery.failed(null, DeliveryFailure.ADDRESS_REFUSED)))
        .completeOnTimeout(
            delivery.failed(null, DeliveryFailure.TIMEOUT),
            config.timeout().toMillis(),
            TimeUnit.MILLISECONDS)
        .exceptionally(failure -> delivery.failed(null, reason(failure)));
  }

  private boolean isAllowed(InetAddress address) {
    return config.insecure() || PublicAddresses.contains(address);
  }

  /** One look-up of a host at a time, because a slow name server holds its thread. */
  private CompletableFuture<List<InetAddress>> resolve(String host) {
    CompletableFuture<List<InetAddress>> own = new CompletableFuture<>();
    CompletableFuture<List<InetAddress>> running = lookups.putIfAbsent(host, own);
    if (running != null) {
      return running;
    }
    own.whenComplete((found, failure) -> lookups.remove(host, own));
    try {
      resolving.execute(
          () -> {
            try {
              own.complete(Arrays.asList(resolver.resolve(host)));
            } catch (UnknownHostException | RuntimeException | Error e) {
              own.completeExceptionally(e);
            }
          });
    } catch (RejectedExecutionException e) {
      own.completeExceptionally(new TimeoutException());
    }
    return own;
  }

  private static DeliveryFailure reason(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof UnknownHostException) {
      return DeliveryFailure.UNKNOWN_HOST;
    }
    return cause instanceof TimeoutException ? DeliveryFailure.TIMEOUT : DeliveryFailure.CONNECTION;
  }

  private RequestOptions options(URI url) {
    boolean ssl = "https".equals(url.getScheme());
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(url.getHost())
        .setPort(url.getPort() == -1 ? ssl ? HTTPS : HTTP : url.getPort())
        .setSsl(ssl)
        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
        .setFollowRedirects(false)
        .setConnectTimeout(config.connectTimeout().toMillis());
  }

  /** One of the addresses, so that the next attempt may take another one. */
  private static SocketAddress server(RequestOptions options, List<InetAddress> addresses) {
    InetAddress named = addresses.get(ThreadLocalRandom.current().nextInt(addresses.size()));
    try {
      // Connections are pooled by the name of an address that has one, so this has none.
      InetAddress address = InetAddress.getByAddress(named.getAddress());
      return SocketAddress.inetSocketAddress(new InetSocketAddress(address, options.getPort()));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // of an illegal length
    }
  }

  private static boolean isOver(long deadline) {
    return System.nanoTime() - deadline >= 0;
  }

  private CompletableFuture<Outcome> post(
      Delivery delivery, long deadline, RequestOptions options) {
    if (isOver(deadline)) {
      return CompletableFuture.failedFuture(new TimeoutException());
    }
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    client
        .request(options)
        .onFailure(outcome::completeExceptionally)
        .onSuccess(
            request -> {
              // An attempt that counts as failed must not arrive after a later one.
              if (isOver(deadline)) {
                request.reset();
                outcome.completeExceptionally(new TimeoutException());
                return;
              }
              endInTime(request, deadline, outcome);
              request
                  .send(delivery.payload())
                  .onFailure(outcome::completeExceptionally)
                  .onSuccess(response -> outcome.complete(outcome(delivery, response)));
            });
    return outcome;
  }

  /** Closes the connection of an exchange that takes too long, also with its response's body. */
  private void endInTime(
      HttpClientRequest request, long deadline, CompletableFuture<Outcome> outcome) {
    long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    long timer =
        vertx.setTimer(
            left,
            id -> {
              outcome.completeExceptionally(new TimeoutException()); // and not by the reset
              request.reset();
            });
    request
        .response()
        .onFailure(failed -> vertx.cancelTimer(timer))
        .onSuccess(response -> response.end().onComplete(end -> vertx.cancelTimer(timer)));
  }

  private Outcome outcome(Delivery delivery, HttpClientResponse response) {
    AtomicInteger read = new AtomicInteger();
    response.handler(
        part -> {
          if (read.addAndGet(part.length()) > MAX_RESPONSE_BYTES) {
            response.request().connection().close();
          }
        });
    int status = response.statusCode();
    if (status / 100 == 2) {
      return delivery.delivered(status);
    }
    boolean asksForPause = status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    String header = asksForPause ? response.getHeader(HttpHeaders.RETRY_AFTER) : null;
    return delivery.rejected(status, RetryAfter.of(header, clock.instant()));
  }
}
