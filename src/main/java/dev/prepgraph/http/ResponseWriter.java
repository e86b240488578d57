package dev.prepgraph.http;

import static dev.prepgraph.http.ContentNegotiation.GRAPHQL_JSON;
import static dev.prepgraph.http.ContentNegotiation.JSON;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prepgraph.budget.Charge;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.common.limits.TimeLimit;
import dev.prepgraph.common.negotiation.ContentCoding;
import dev.prepgraph.common.negotiation.EntityTags;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.execution.ResponseMemory;
import dev.prepgraph.http.partner.PartnerGate;
import dev.prepgraph.partner.CurrentPartner;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Writes the HTTP response exactly once; the execution and the timeout race for it. */
public final class ResponseWriter {

  public static final ResponseError MUTATION_BY_GET =
      ResponseError.badRequest("A mutation must be sent by POST");

  /** Asks for {@code extensions.cost}, which shared responses cannot contain. */
  private static final String COST = "Prepgraph-Cost";

  private static final String VARY =
      String.join(
          ", ",
          "Accept",
          "Accept-Encoding",
          "Authorization",
          "Origin",
          COST,
          PartnerGate.HEADER,
          CurrentPartner.PREVIEW_HEADER);
  private static final String VARY_BY_LANGUAGE = VARY + ", Accept-Language";

  /** Entries of the response to a batch; longer ones get one entry. */
  private static final int MAX_BATCH = 100;

  private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build()
          .writer();

  /**
   * @param language the language of the request that the body depends on, or null
   * @param shared the response that every client may share, or null
   * @param retryAfter seconds after which the request may be repeated; 0 if it may not
   */
  private record Response(
      int status,
      Buffer body,
      String language,
      ResponseCache.Entry shared,
      long retryAfter,
      boolean unauthenticated) {}

  private final RoutingContext http;
  private final Duration maxAge;

  /** Null when the client accepts none that is served. */
  private final String mediaType;

  /** Those that the client accepts. */
  final List<ContentCoding> codings;

  private final Context context;
  private final AtomicBoolean sent = new AtomicBoolean();
  private volatile boolean mutating;
  private volatile Charge charge;

  public ResponseWriter(RoutingContext http, Duration maxAge) {
    this.http = http;
    this.maxAge = maxAge;
    this.context = http.vertx().getOrCreateContext();
    this.codings = ContentCoding.accepted(http.request());
    this.mediaType =
        ContentNegotiation.mediaType(http.request().headers().getAll(HttpHeaders.ACCEPT))
            .orElse(null);
  }

  RoutingContext http() {
    return http;
  }

  boolean isGet() {
    return http.request().method() != HttpMethod.POST;
  }

  /** Whether the response must contain what the operation costs. */
  static boolean showsCost(RoutingContext http) {
    return http.request().headers().contains(COST, "true", true);
  }

  /** Sets what the operation costs. */
  void charged(Charge charge) {
    this.charge = charge;
  }

  /** Whether method and media types are served; else a rejection is already sent. */
  boolean isAcceptable() {
    if (!METHODS.contains(http.request().method().name())) {
      http.response().putHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
      reject(405, ResponseError.badRequest("Use POST or GET"));
    } else if (mediaType == null) {
      reject(406, ResponseError.badRequest("Accept " + GRAPHQL_JSON + " or " + JSON));
    } else {
      return isJsonIfPost();
    }
    return false;
  }

  /** Whether a body is JSON; else a rejection is already sent. */
  public boolean isJsonIfPost() {
    boolean acceptable =
        http.request().method() != HttpMethod.POST
            || ContentNegotiation.isJson(http.request().headers().getAll(HttpHeaders.CONTENT_TYPE));
    if (!acceptable) {
      reject(415, ResponseError.badRequest("Send " + JSON + " in UTF-8"));
    }
    return acceptable;
  }

  /** Starts the request timeout; only the response ends it. */
  void startTimeout(Duration time, Cancellation work) {
    TimeLimit limit = TimeLimit.start(http.vertx(), time, work, () -> reject(timeout()));
    RequestLifetime.of(http).onEnd(limit::stop);
  }

  private ResponseError timeout() {
    return mutating
        ? Errors.of(RequestException.unconfirmed("This took too long"))
        : ResponseError.unavailable("This took too long");
  }

  /** Marks the begin of a mutation, whose effect is unknown after a timeout. */
  void startMutation() {
    mutating = true;
  }

  public void reject(ResponseError error) {
    reject(error.code().status(), error);
  }

  void reject(int status, ResponseError error) {
    boolean unauthenticated = error.code() == ErrorCode.UNAUTHENTICATED;
    Buffer body = json(withCost(new LinkedHashMap<>(Map.of("errors", List.of(error)))));
    long retryAfter = error.isRetryable() ? error.retryAfter() : 0;
    send(new Response(status, body, null, null, retryAfter, unauthenticated));
  }

  void rejectMutationByGet() {
    http.response().putHeader(HttpHeaders.ALLOW, "POST");
    reject(405, MUTATION_BY_GET);
  }

  /** Rejects a batch in its own form, which clients read by position. */
  public void rejectBatch(int size) {
    ResponseError error =
        ResponseError.of(
            ErrorCode.BATCHING_NOT_SUPPORTED,
            "Batches are not supported; send each operation alone");
    int entries = size > MAX_BATCH ? 1 : size;
    List<?> body = Collections.nCopies(entries, Map.of("errors", List.of(error)));
    send(new Response(statusWithoutData(), json(body), null, null, 0, false));
  }

  /** As plain JSON a well-formed request with an invalid document has status 200. */
  void rejectDocument(List<ResponseError> errors) {
    Buffer body = json(Map.of("errors", errors));
    send(new Response(statusWithoutData(), body, null, null, 0, false));
  }

  private int statusWithoutData() {
    return GRAPHQL_JSON.equals(mediaType) ? 400 : 200;
  }

  void send(ResponseCache.Entry shared) {
    send(new Response(200, shared.body().plain(), shared.language(), shared, 0, false));
  }

  /**
   * @param language the language of the request that the result depends on, or null
   * @param share returns the response that every client may share, or null
   */
  void send(
      OperationExecution.Outcome outcome,
      String language,
      Function<Buffer, ResponseCache.Entry> share) {
    Buffer body = json(outcome.members());
    int status = outcome.result().isDataPresent() ? 200 : statusWithoutData();
    boolean unauthenticated =
        outcome.errors().stream().anyMatch(error -> error.code() == ErrorCode.UNAUTHENTICATED);
    ResponseCache.Entry shared = CurrentPartner.isPreview(http) ? null : share.apply(body);
    send(new Response(status, body, language, shared, 0, unauthenticated));
  }

  private Map<String, Object> withCost(Map<String, Object> members) {
    if (charge != null && showsCost(http)) {
      members.put("extensions", Map.of("cost", charge.extension()));
    }
    return members;
  }

  static Buffer json(ResponseError error) {
    return json(Map.of("errors", List.of(error)));
  }

  /** JSON, charged to the operation in execution if there is one. */
  public static Buffer json(Object body) {
    try (var output = new ResponseMemory.Output()) {
      WRITER.writeValue(output, body);
      return Buffer.buffer(output.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void send(Response response) {
    if (sent.compareAndSet(false, true)) {
      // Also from its own event loop: what is written while that reads is flushed later, and counts
      // until then as a response that its client is slow to take.
      context.runOnContext(now -> tryToWrite(response));
    }
  }

  private void tryToWrite(Response response) {
    try {
      if (!http.response().ended() && !http.response().closed()) {
        write(response);
      }
    } catch (RuntimeException | Error e) {
      Errors.of(e);
      RequestLifetime.of(http).disconnect();
    }
  }

  private void write(Response response) {
    HttpServerResponse target = http.response();
    String type = mediaType == null ? JSON : mediaType;
    target.putHeader(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8");
    target.putHeader(HttpHeaders.VARY, response.language() == null ? VARY : VARY_BY_LANGUAGE);
    if (response.language() != null) {
      target.putHeader(HttpHeaders.CONTENT_LANGUAGE, response.language());
    }
    if (response.retryAfter() > 0) {
      target.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(response.retryAfter()));
    }
    if (response.unauthenticated()) {
      target.putHeader("WWW-Authenticate", Authentication.challenge(http));
    }
    ResponseCache.Entry shared = response.shared();
    // Never compresses a private response, whose secrets its length could tell (BREACH).
    ContentCoding coding = shared == null ? ContentCoding.IDENTITY : shared.body().coding(codings);
    if (isGet() && shared != null) {
      target.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds());
      String known =
          EntityTags.known(http.request(), codings, each -> shared.entityTag(type, each));
      if (known != null) {
        target.putHeader(HttpHeaders.ETAG, known).setStatusCode(304).end();
        return;
      }
      target.putHeader(HttpHeaders.ETAG, shared.entityTag(type, coding));
    } else {
      target.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
    if (coding != ContentCoding.IDENTITY) {
      target.putHeader(HttpHeaders.CONTENT_ENCODING, coding.header());
    }
    Buffer body = shared == null ? response.body() : shared.body().in(coding);
    target.setStatusCode(response.status());
    if (http.request().method() == HttpMethod.HEAD) { // by HTTP/2, Vert.x would send the body
      target.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length())).end();
    } else {
      RequestLifetime.of(http).responding(body.length(), target.end(body));
    }
  }
}
