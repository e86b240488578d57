package dev.prepgraph.http;

import dev.prepgraph.budget.Budgets;
import dev.prepgraph.budget.Charge;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.execution.InvalidDocumentException;
import dev.prepgraph.execution.LimitsConfig;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.execution.ResponseMemory;
import dev.prepgraph.execution.document.CallerKind;
import dev.prepgraph.execution.document.PersistedDocuments;
import dev.prepgraph.http.metric.ClientMetrics;
import dev.prepgraph.partner.CurrentPartner;
import graphql.ExecutionInput;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Serves GraphQL over HTTP, in place of SmallRye's route, which executes mutations by GET and
 * answers bad requests with 200. Streams have routes of their own before this one.
 */
@ApplicationScoped
public class GraphQLRoute {

  public static final String PATH = "/graphql";
  private static final Logger LOG = Logger.getLogger(GraphQLRoute.class);

  /** After the setup of authentication (-200), before SmallRye's WebSockets (-99). */
  public static final int ORDER = -100;

  /**
   * A request that is executed.
   *
   * @param key cache key of its response, or null
   */
  private record Call(
      ResponseWriter response,
      GraphQLRequest request,
      RequestLanguage language,
      ResponseCache.Key key,
      OperationExecution.Caller caller) {

    /** The key of the response after its execution, which partners share if it read none. */
    private ResponseCache.Key sharedKey() {
      return CurrentPartner.isRead(response.http()) ? key : key.withoutPartner();
    }
  }

  private final GraphQLEngine engine;
  private final PersistedDocuments documents;
  private final ResponseCache responses;
  private final LimitsConfig limits;
  private final Duration maxAge;
  private final Authentication authentication;
  private final OperationQueue queue;
  private final OperationExecution execution;
  private final ClientMetrics clients;
  private final ResponseMemory memory;

  GraphQLRoute(
      GraphQLEngine engine,
      PersistedDocuments documents,
      ResponseCache responses,
      LimitsConfig limits,
      GraphQLConfig config,
      Authentication authentication,
      OperationQueue queue,
      OperationExecution execution,
      ClientMetrics clients,
      ResponseMemory memory) {
    this.engine = engine;
    this.documents = documents;
    this.responses = responses;
    this.limits = limits;
    this.maxAge = config.maxAge();
    this.authentication = authentication;
    this.queue = queue;
    this.execution = execution;
    this.clients = clients;
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
    var response = new ResponseWriter(http, maxAge);
    if (http.statusCode() == 413) {
      response.reject(413, ResponseError.badRequest("The body is too large"));
    } else if (!http.request().isEnded()) {
      LOG.debugf(http.failure(), "The client aborted its request");
      response.reject(400, ResponseError.badRequest("The body is not valid HTTP"));
    } else if (http.failure() != null) {
      response.reject(Errors.of(http.failure()));
    } else {
      response.reject(http.statusCode(), ResponseError.badRequest("The request is not valid HTTP"));
    }
  }

  private void handle(RoutingContext http) {
    RequestLifetime.of(http).bodyArrived(Math.max(0, http.body().length()));
    clients.count(http.request());
    var response = new ResponseWriter(http, maxAge);
    if (!response.isAcceptable()) {
      return;
    }
    try {
      String known = Authentication.isAnonymous(http) ? responses.known(body(http)) : null;
      GraphQLRequest request = known == null ? read(http) : null;
      authentication.identify(
          http, identity -> handle(response, request, known, identity), response::reject);
    } catch (GraphQLRequest.BatchException e) {
      response.rejectBatch(e.size());
    } catch (RequestException e) {
      response.reject(Errors.of(e));
    }
  }

  /** The body of a POST, or null; that of another method says nothing about its request. */
  private static Buffer body(RoutingContext http) {
    return http.request().method() == HttpMethod.POST ? http.body().buffer() : null;
  }

  /** The request is null where its digest is known. */
  private void handle(
      ResponseWriter response, GraphQLRequest request, String known, SecurityIdentity identity) {
    try {
      var caller = new OperationExecution.Caller(response.http(), identity);
      if (known != null) {
        handleAnonymous(response, caller, null, known);
      } else if (identity == null) {
        GraphQLRequest resolved = documents.resolve(request, CallerKind.ANONYMOUS);
        handleAnonymous(response, caller, resolved, ResponseCache.digest(resolved));
      } else {
        GraphQLRequest resolved = documents.resolve(request, CallerKind.USER);
        enqueue(
            new Call(
                response, resolved, ContentNegotiation.language(response.http()), null, caller));
      }
    } catch (RequestException e) {
      response.reject(Errors.of(e));
    }
  }

  /** The request is null where its digest is known, as it is read only if it must be executed. */
  private void handleAnonymous(
      ResponseWriter response,
      OperationExecution.Caller caller,
      GraphQLRequest request,
      String digest) {
    RoutingContext http = response.http();
    RequestLanguage language = ContentNegotiation.language(http);
    ResponseCache.Key key = responses.key(http, digest, language).orElse(null);
    ResponseCache.Entry cached = key == null ? null : responses.get(key);
    if (cached == null) {
      GraphQLRequest executed =
          request == null ? documents.resolve(read(http), CallerKind.ANONYMOUS) : request;
      enqueue(new Call(response, executed, language, key, caller));
      return;
    }
    charge(response, caller, Budgets.CACHED_RESPONSE);
    if (request != null) {
      documents.register(request, caller::key);
      if (request.reference() == null) { // else it may mean another document, or must be registered
        responses.remember(body(http), digest);
      }
    }
    execution.repeated(caller, cached.usage());
    send(response, cached);
  }

  private void send(ResponseWriter response, ResponseCache.Entry cached) {
    if (cached.body().lacks(response.codings)) {
      response
          .http()
          .vertx()
          .executeBlocking(
              () -> {
                responses.compress(cached, response.codings);
                return cached;
              },
              false)
          .onComplete(done -> response.send(cached)); // uncompressed where that failed
    } else {
      response.send(cached);
    }
  }

  /** Takes points of a caller's budget; rejects the request when too few are left. */
  private Charge charge(ResponseWriter response, OperationExecution.Caller caller, long points) {
    Charge charge = execution.charge(caller, points);
    response.charged(charge);
    charge.requirePaid();
    return charge;
  }

  /** Reads the request of a POST or GET. */
  public static GraphQLRequest read(RoutingContext http) {
    return http.request().method() == HttpMethod.POST
        ? GraphQLRequest.ofBody(http.body().buffer())
        : GraphQLRequest.ofParameters(http.queryParams());
  }

  private void enqueue(Call call) {
    ResponseWriter response = call.response();
    RequestLifetime lifetime = RequestLifetime.of(response.http());
    var cancellation = new Cancellation();
    lifetime.onEnd(() -> execution.cancel(cancellation));
    response.startTimeout(limits.time(), cancellation);
    try {
      var withdrawal =
          queue.submit(
              call.caller().key(),
              call.request().query(),
              () -> cancellation.run(() -> respond(call)),
              rejection -> response.reject(Errors.of(rejection)));
      lifetime.onEnd(withdrawal::getAsBoolean);
    } catch (RuntimeException | Error e) {
      response.reject(Errors.of(e));
    }
  }

  private void respond(Call call) {
    ResponseWriter response = call.response();
    try {
      GraphQLEngine.Prepared operation = execution.prepare(call.request(), call.caller());
      if (operation.isSubscription()) {
        throw RequestException.badRequest(
            "Subscriptions need a WebSocket or Accept: text/event-stream");
      }
      if (operation.isMutation() && response.isGet()) {
        response.rejectMutationByGet();
        return;
      }
      Charge charge = charge(response, call.caller(), operation.points());
      if (operation.isMutation()) {
        response.startMutation();
      }
      documents.register(call.request(), call.caller()::key);
      memory.call(
          operation.isQuery(),
          () -> {
            executeAndSend(call, operation, charge);
            return null;
          });
    } catch (InvalidDocumentException e) {
      response.rejectDocument(e.errors());
    } catch (RuntimeException | Error e) {
      response.reject(Errors.of(e));
    }
  }

  private void executeAndSend(Call call, GraphQLEngine.Prepared operation, Charge charge) {
    ResponseWriter response = call.response();
    ExecutionInput input = engine.input(operation);
    OperationExecution.Outcome outcome =
        execution.execute(
            operation, call.caller(), charge, call.language(), () -> engine.execute(input));
    List<ResponseError> errors = outcome.errors();
    if (ResponseError.areUnavailable(errors, outcome.result().getData())
        && (operation.isQuery() || errors.stream().allMatch(ResponseError::isOfRootField))) {
      response.reject(
          errors.stream().filter(error -> !error.isRetryable()).findFirst().orElse(errors.get(0)));
    } else {
      boolean cacheable =
          call.key() != null && errors.isEmpty() && operation.isQuery() && !charge.isDisclosed();
      String language = call.language().used();
      response.send(
          outcome,
          language,
          body ->
              cacheable
                  ? responses.put(
                      call.sharedKey(), body, language, outcome.usage(), response.codings)
                  : null);
    }
  }
}
