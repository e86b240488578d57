package dev.prepgraph.partner.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.prepgraph.Awaiting;
import dev.prepgraph.partner.event.delivery.Delivery.Outcome;
import dev.prepgraph.partner.event.delivery.WebhookSecrets.Origin;
import dev.prepgraph.partner.event.delivery.WebhookSender.Resolver;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSenderTest {

  private static final String HOST = "hooks.example.com";
  private static final String PAYLOAD = "{\"type\": \"TEST\"}";
  private static final String PASSWORD = "password";

  private static Vertx vertx;

  private final AtomicInteger requests = new AtomicInteger();
  private final UUID endpoint = UUID.randomUUID();

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close();
  }

  private static WebhookConfig insecure(String... settings) {
    String[] all = List.of("insecure", "true").toArray(new String[2 + settings.length]);
    System.arraycopy(settings, 0, all, 2, settings.length);
    return WebhookSettings.of(all);
  }

  private static WebhookSender sender(
      WebhookConfig config, HttpClientOptions options, Resolver resolver) {
    return new WebhookSender(
        vertx,
        options,
        resolver,
        ForkJoinPool.commonPool(),
        new WebhookSecrets(config),
        Clock.systemUTC(),
        config);
  }

  private static WebhookSender sender(WebhookConfig config, String... addresses) {
    return sender(config, new HttpClientOptions(), host -> addresses(addresses));
  }

  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      addresses[i] = InetAddress.getByName(texts[i]);
    }
    return addresses;
  }

  private Delivery delivery(String url) {
    String key = new WebhookSecrets(WebhookSettings.of()).currentKey();
    return new Delivery(
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        UUID.randomUUID(),
        PAYLOAD,
        url,
        List.of(new Origin(endpoint, 1, key)));
  }

  private String send(WebhookSender sender, String url) throws Exception {
    Outcome outcome = sender.send(delivery(url)).get(1, TimeUnit.MINUTES);
    return outcome.status() + " " + outcome.failure();
  }

  private int receiver(String address, Handler<HttpServerRequest> handler) {
    return listen(vertx.createHttpServer(), 0, address, handler);
  }

  private int listen(
      HttpServer server, int port, String address, Handler<HttpServerRequest> handler) {
    return server
        .requestHandler(
            request -> {
              requests.incrementAndGet();
              handler.handle(request);
            })
        .listen(port, address)
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS)
        .join()
        .actualPort();
  }

  private int receiver(Handler<HttpServerRequest> handler) {
    return receiver("127.0.0.1", handler);
  }

  private static Handler<HttpServerRequest> status(int status) {
    return request -> request.response().setStatusCode(status).end();
  }

  @Test
  void sendsASignedEvent() throws Exception {
    CompletableFuture<String> body = new CompletableFuture<>();
    CompletableFuture<HttpServerRequest> received = new CompletableFuture<>();
    int port =
        receiver(
            request -> {
              received.complete(request);
              request.body().onSuccess(buffer -> body.complete(buffer.toString()));
              request.response().setStatusCode(204).end();
            });
    assertThat(send(sender(insecure(), "127.0.0.1"), "http://" + HOST + ":" + port + "/a?b=c"))
        .isEqualTo("204 null");
    HttpServerRequest request = received.get();
    assertThat(request.method() + " " + request.uri()).isEqualTo("POST /a?b=c");
    // The name is in no DNS: the request came to the address that the resolver gave.
    assertThat(request.getHeader("host")).isEqualTo(HOST + ":" + port);
    assertThat(request.getHeader("content-type")).isEqualTo("application/json");
    assertThat(request.headers().contains("traceparent")).isFalse();
    assertThat(body.get(1, TimeUnit.MINUTES)).isEqualTo(PAYLOAD);
    WebhookSecrets secrets = new WebhookSecrets(WebhookSettings.of());
    new Webhook(secrets.secret(new Origin(endpoint, 1, secrets.currentKey())).orElseThrow())
        .verify(
            PAYLOAD,
            HttpHeaders.of(
                request.headers().entries().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                (name, value) -> true));
  }

  @ParameterizedTest
  @CsvSource({"200, ", "299, ", "400, STATUS", "410, STATUS", "500, STATUS", "503, STATUS"})
  void goesByTheStatus(int status, String failure) throws Exception {
    int port = receiver(status(status));
    assertThat(send(sender(insecure(), "127.0.0.1"), "http://" + HOST + ":" + port))
        .isEqualTo(status + " " + failure);
  }

  @ParameterizedTest
  @CsvSource({"429, 120", "503, 120", "500, 0", "410, 0", "200, 0"})
  void reportsThePauseThatAReceiverAsksFor(int status, long seconds) throws Exception {
    int port =
        receiver(
            request ->
                request.response().setStatusCode(status).putHeader("retry-after", "120").end());
    Outcome outcome =
        sender(insecure(), "127.0.0.1")
            .send(delivery("http://" + HOST + ":" + port))
            .get(1, TimeUnit.MINUTES);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.pause()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void doesNotFollowRedirects(int status) throws Exception {
    int target = receiver(status(200));
    int port =
        receiver(
            request ->
                request
                    .response()
                    .setStatusCode(status)
                    .putHeader("location", "http://127.0.0.1:" + target + "/")
                    .end());
    assertThat(send(sender(insecure(), "127.0.0.1"), "http://" + HOST + ":" + port))
        .isEqualTo(status + " STATUS");
    assertThat(requests).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "0.0.0.0",
        "168.63.129.16",
        "224.0.0.1",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1",
        "fd00:ec2::254",
        "ff02::1"
      })
  void refusesNamesOfPrivateAddresses(String address) throws Exception {
    int port = receiver(status(200));
    String url = "https://" + HOST + ":" + port + "/";
    assertThat(send(sender(WebhookSettings.of(), address), url)).isEqualTo("null ADDRESS_REFUSED");
    // Also beside a public one.
    assertThat(send(sender(WebhookSettings.of(), "8.8.8.8", address), url))
        .isEqualTo("null ADDRESS_REFUSED");
    assertThat(requests).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://hooks.example.com/", "https://127.0.0.1/", "https://localhost/"})
  void refusesUrlsThatWereStoredBefore(String url) throws Exception {
    assertThat(send(sender(WebhookSettings.of(), "8.8.8.8"), url)).isEqualTo("null URL_REFUSED");
  }

  /** A name with another address each time: 127.0.0.2 stands for the address to protect. */
  @Test
  void connectsToTheAddressThatItChecked() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    int port = receiver("127.0.0.1", status(200));
    AtomicInteger reached = new AtomicInteger();
    listen(
        vertx.createHttpServer(),
        port,
        "127.0.0.2",
        request -> {
          reached.incrementAndGet();
          request.response().end();
        });
    WebhookSender sender =
        sender(
            insecure(),
            new HttpClientOptions(),
            host -> addresses(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
    assertThat(send(sender, "http://" + HOST + ":" + port)).isEqualTo("200 null");
    assertThat(lookups).hasValue(1);
    assertThat(reached).hasValue(0);
  }

  @Test
  void verifiesTheHostOfTheCertificate(@TempDir Path folder) throws Exception {
    PfxOptions key = certificate(folder);
    int port =
        listen(
            vertx.createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(key)),
            0,
            "127.0.0.1",
            status(200));
    Resolver loopback = host -> addresses("127.0.0.1");
    WebhookSender trusting =
        sender(insecure(), new HttpClientOptions().setTrustOptions(key), loopback);
    assertThat(send(trusting, "https://" + HOST + ":" + port)).isEqualTo("200 null");
    assertThat(send(trusting, "https://other.example.com:" + port)).isEqualTo("null CONNECTION");
    assertThat(send(trusting, "https://127.0.0.1:" + port)).isEqualTo("null CONNECTION");
    WebhookSender strict = sender(insecure(), new HttpClientOptions(), loopback);
    assertThat(send(strict, "https://" + HOST + ":" + port)).isEqualTo("null CONNECTION");
    assertThat(requests).hasValue(1);
  }

  /** A key store with a certificate for the host, signed by itself. */
  private static PfxOptions certificate(Path folder) throws Exception {
    Path store = folder.resolve("receiver.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "receiver",
                "-dname",
                "CN=" + HOST,
                "-ext",
                "san=dns:" + HOST,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
  }

  @Test
  void givesUpOnReceiversWithoutAResponse() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    int port = receiver(request -> request.connection().closeHandler(end -> closed.countDown()));
    WebhookSender sender = sender(insecure("timeout", "500ms"), "127.0.0.1");
    // until one attempt has reached the receiver in its time
    Awaiting.await()
        .until(
            () -> {
              assertThat(send(sender, "http://" + HOST + ":" + port)).isEqualTo("null TIMEOUT");
              return requests.get() > 0;
            });
    assertThat(closed.await(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void readsNoEndlessBody() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    int port =
        receiver(
            request -> {
              request.connection().closeHandler(end -> closed.countDown());
              request.response().setChunked(true);
              vertx.setPeriodic(
                  1,
                  timer -> {
                    if (closed.getCount() == 0) {
                      vertx.cancelTimer(timer);
                    } else {
                      request.response().write("x".repeat(10_000));
                    }
                  });
            });
    // Long timeouts: the size alone ends it.
    assertThat(send(sender(insecure("timeout", "10M"), "127.0.0.1"), "http://" + HOST + ":" + port))
        .isEqualTo("200 null");
    assertThat(closed.await(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void readsNoEndlessHeaders() throws Exception {
    int port =
        receiver(request -> request.response().putHeader("x-long", "x".repeat(100_000)).end());
    assertThat(send(sender(insecure(), "127.0.0.1"), "http://" + HOST + ":" + port))
        .isEqualTo("null CONNECTION");
  }

  @Test
  void reportsUnknownHosts() throws Exception {
    WebhookSender sender =
        sender(
            WebhookSettings.of(),
            new HttpClientOptions(),
            host -> {
              throw new UnknownHostException(host);
            });
    assertThat(send(sender, "https://" + HOST + "/")).isEqualTo("null UNKNOWN_HOST");
  }

  @Test
  void doesNotWaitForSlowNameServers() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    WebhookSender sender =
        sender(
            WebhookSettings.of("timeout", "300ms"),
            new HttpClientOptions(),
            host -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return addresses("127.0.0.1");
            });
    assertThat(send(sender, "https://" + HOST + "/")).isEqualTo("null TIMEOUT");
    release.countDown();
  }

  /** Else it could arrive after a later event, which the next attempt has made room for. */
  @Test
  void sendsNothingAfterItsTime() throws Exception {
    int port = receiver(status(200));
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch resolved = new CountDownLatch(1);
    WebhookSender sender =
        sender(
            insecure("timeout", "300ms"),
            new HttpClientOptions(),
            host -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              resolved.countDown();
              return addresses("127.0.0.1");
            });
    assertThat(send(sender, "http://" + HOST + ":" + port)).isEqualTo("null TIMEOUT");
    release.countDown();
    assertThat(resolved.await(1, TimeUnit.MINUTES)).isTrue();
    Awaiting.await().during(Duration.ofSeconds(1)).until(() -> requests.get() == 0);
  }

  /** A connection of before, kept open, is not used for another address of the same name. */
  @Test
  void usesConnectionsOfTheCheckedAddressAlone() throws Exception {
    int port = receiver("127.0.0.1", status(200));
    listen(vertx.createHttpServer(), port, "127.0.0.2", status(202));
    AtomicInteger lookups = new AtomicInteger();
    WebhookSender sender =
        sender(
            insecure(),
            new HttpClientOptions(),
            host -> {
              // as the JDK's resolver: with the name
              byte[] address = {127, 0, 0, (byte) (1 + lookups.getAndIncrement())};
              return new InetAddress[] {InetAddress.getByAddress(host, address)};
            });
    assertThat(send(sender, "http://" + HOST + ":" + port)).isEqualTo("200 null");
    assertThat(send(sender, "http://" + HOST + ":" + port)).isEqualTo("202 null");
  }

  @Test
  void looksAHostUpOnceAtATime() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger lookups = new AtomicInteger();
    WebhookSender sender =
        sender(
            WebhookSettings.of(),
            new HttpClientOptions(),
            host -> {
              lookups.incrementAndGet();
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new UnknownHostException(host);
            });
    List<CompletableFuture<Outcome>> sent =
        Stream.generate(() -> sender.send(delivery("https://" + HOST + "/"))).limit(20).toList();
    release.countDown();
    for (CompletableFuture<Outcome> outcome : sent) {
      assertThat(outcome.get(1, TimeUnit.MINUTES).failure())
          .isEqualTo(DeliveryFailure.UNKNOWN_HOST);
    }
    assertThat(lookups).hasValue(1);
  }

  @Test
  void reportsRefusedConnections() throws Exception {
    HttpServer server = vertx.createHttpServer();
    int port = listen(server, 0, "127.0.0.1", status(200));
    server.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    assertThat(send(sender(insecure(), "127.0.0.1"), "http://" + HOST + ":" + port))
        .isEqualTo("null CONNECTION");
  }
}
