package dev.prepgraph.http;

import dev.prepgraph.common.Cancellation;
import dev.prepgraph.common.MemoryBudget;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.execution.InvalidDocumentException;
import dev.prepgraph.execution.LimitsConfig;
import dev.prepgraph.execution.OperationLog;
import dev.prepgraph.execution.ResponseMemory;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * The only way in: GraphQL over HTTP as the specification has it, before the framework's own route,
 * which takes mutations by GET, breaks comments and answers mistakes with 200. Sockets are refused:
 * there are no subscriptions.
 */
@ApplicationScoped
class GraphQLRoute {

  static final String PATH = "/graphql";
  private static final Logger LOG = Logger.getLogger(GraphQLRoute.class);

  /**
   * Behind what prepares authentication (-200), before the framework's sockets (-99), which would
   * bypass the limits.
   */
  private static final int ORDER = -100;

  /** Threads that tell the database of cancelled statements. */
  private static final int CANCELLING = 2;

  private final GraphQLEngine engine;
  private final ResponseCache responses;
  private final LimitsConfig limits;
  private final GraphQLConfig config;
  private final Authentication authentication;
  private final OperationQueue queue;
  private final RequestScope requests;
  private final OperationLog log;
  private final WorkerExecutor cancelling;
  private final ResponseMemory memory;

  GraphQLRoute(
      GraphQLEngine engine,
      ResponseCache responses,
      LimitsConfig limits,
      GraphQLConfig config,
      Authentication authentication,
      OperationQueue queue,
      RequestScope requests,
      OperationLog log,
      ResponseMemory memory,
      Vertx vertx) {
    this.engine = engine;
    this.responses = responses;
    this.limits = limits;
    this.config = config;
    this.authentication = authentication;
    this.queue = queue;
    this.requests = requests;
    this.log = log;
    this.cancelling = vertx.createSharedWorkerExecutor("statement-cancellation", CANCELLING);
    this.memory = memory;
  }

  void register(@Observes Router router) {
    router
        .route(PATH)
        .order(ORDER)
        .handler(BodyHandler.create(false).setBodyLimit(limits.body().asLongValue()))
        .handler(this::handle)
        .failureHandler(this::fail);
  }

  private void fail(RoutingContext http) {
    var exchange = new ResponseWriter(http, config.maxAge());
    if (http.statusCode() == 413) {
      exchange.refuse(413, Errors.error(ErrorCode.BAD_REQUEST, "The body is too large"));
    } else if (!http.request().isEnded()) {
      LOG.debugf(http.failure(), "The client broke off its request");
      exchange.refuse(400, Errors.error(ErrorCode.BAD_REQUEST, "The body is not valid HTTP"));
    } else if (http.failure() != null) {
      exchange.refuse(Errors.of(http.failure()));
    } else {
      exchange.refuse(
          http.statusCode(), Errors.error(ErrorCode.BAD_REQUEST, "The request is not valid HTTP"));
    }
  }

  private void handle(RoutingContext http) {
    RequestLifetime.of(http).bodyArrived(Math.max(0, http.body().length()));
    var exchange = new ResponseWriter(http, config.maxAge());
    if (!exchange.isAcceptable()) {
      return;
    }
    try {
      GraphQLRequest request = read(http);
      if (exchange.isAnonymous()) {
        handleAnonymous(exchange, request);
      } else {
        authentication.identify(
            http,
            identity -> dispatch(exchange, request, null, identity),
            refusal -> exchange.refuse(Errors.of(refusal)));
      }
    } catch (RequestException e) {
      exchange.refuse(Errors.of(e));
    }
  }

  private void handleAnonymous(ResponseWriter exchange, GraphQLRequest request) {
    ResponseCache.Key key = responses.key(request).orElse(null);
    CachedResponse cached = key == null ? null : responses.get(key);
    if (cached != null) {
      exchange.answer(cached);
    } else {
      dispatch(exchange, request, key, null);
    }
  }

  private static GraphQLRequest read(RoutingContext http) {
    return http.request().method() == HttpMethod.POST
        ? GraphQLRequest.ofBody(http.body().buffer())
        : GraphQLRequest.ofParameters(http.queryParams());
  }

  /**
   * @param key what the answer may be kept under, or null
   * @param caller who asks; null for an anonymous request
   */
  private void dispatch(
      ResponseWriter exchange,
      GraphQLRequest request,
      ResponseCache.Key key,
      SecurityIdentity caller) {
    var cancellation = new Cancellation();
    RequestLifetime.of(exchange.http()).onEnd(how -> cancel(cancellation));
    exchange.startTimeout(limits.time());
    try {
      queue.submit(
          CallerKey.of(exchange.http(), caller),
          request.query(),
          () -> cancellation.run(() -> respond(exchange, request, key, caller)),
          rejection -> exchange.refuse(Errors.of(rejection)));
    } catch (RuntimeException | Error e) {
      exchange.refuse(Errors.of(e));
    }
  }

  /** Stops what still runs for a request that has ended. */
  private void cancel(Cancellation cancellation) {
    if (cancellation.cancel()) {
      cancelling.executeBlocking(
          () -> {
            cancellation.cancelStatements();
            return null;
          },
          false);
    }
  }

  /** Whatever happens, the client is answered. */
  private void respond(
      ResponseWriter exchange,
      GraphQLRequest request,
      ResponseCache.Key key,
      SecurityIdentity caller) {
    try {
      run(exchange, request, key, caller);
    } catch (InvalidDocumentException e) {
      exchange.refuseDocument(e.errors().stream().map(Errors::of).toList());
    } catch (RuntimeException | Error e) {
      exchange.refuse(Errors.of(e));
    }
  }

  private void run(
      ResponseWriter exchange,
      GraphQLRequest request,
      ResponseCache.Key key,
      SecurityIdentity caller) {
    GraphQLEngine.Prepared prepared = engine.prepare(request);
    if (exchange.isGet() && !prepared.isQuery()) {
      exchange.refuseMutationByGet();
      return;
    }
    if (!prepared.isQuery()) {
      exchange.mutates();
    }
    memory.call(
        prepared.isQuery(),
        () -> {
          answer(exchange, prepared, key, caller);
          return null;
        });
  }

  private void answer(
      ResponseWriter exchange,
      GraphQLEngine.Prepared prepared,
      ResponseCache.Key key,
      SecurityIdentity caller) {
    ExecutionInput input = engine.input(prepared);
    long begun = System.nanoTime();
    ExecutionResult result = requests.call(exchange.http(), caller, () -> engine.execute(input));
    MemoryBudget.check();
    Map<String, Object> answer = new LinkedHashMap<>();
    List<Map<String, Object>> errors = Errors.of(result.getErrors());
    log.executed(prepared, errors, Duration.ofNanos(System.nanoTime() - begun));
    if (isUnavailable(result.getData(), errors)
        && (prepared.isQuery() || errors.stream().allMatch(Errors::isOfWholeField))) {
      exchange.refuse(
          errors.stream()
              .filter(error -> !Errors.isRepeatable(error))
              .findFirst()
              .orElse(errors.get(0)));
      return;
    }
    if (!errors.isEmpty()) {
      answer.put("errors", errors);
    }
    if (result.isDataPresent()) {
      answer.put("data", result.getData());
    }
    boolean cacheable = key != null && errors.isEmpty() && prepared.isQuery();
    exchange.answer(answer, errors, body -> cacheable ? responses.put(key, body) : null);
  }

  /**
   * Whether nothing could be answered for the moment. Such an answer has no data at all, so that it
   * can be a 503, which clients and balancers know to try again.
   */
  private static boolean isUnavailable(Map<String, Object> data, List<Map<String, Object>> errors) {
    return !errors.isEmpty()
        && errors.stream().allMatch(error -> Errors.code(error) == ErrorCode.UNAVAILABLE)
        && (data == null || data.values().stream().allMatch(Objects::isNull));
  }
}
