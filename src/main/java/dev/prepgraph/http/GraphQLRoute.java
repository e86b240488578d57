package dev.prepgraph.http;

import dev.prepgraph.budget.Budgets;
import dev.prepgraph.budget.Charge;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.language.AcceptLanguage;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.execution.InvalidDocumentException;
import dev.prepgraph.execution.LimitsConfig;
import dev.prepgraph.execution.OperationLog;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.execution.ResponseMemory;
import dev.prepgraph.execution.document.CallerKind;
import dev.prepgraph.execution.document.PersistedDocuments;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
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

  private static final int CANCELLATION_THREADS = 2;

  /**
   * A request that is executed.
   *
   * @param key cache key of its response, or null
   * @param caller null for an anonymous request
   */
  private record Call(
      ResponseWriter response,
      GraphQLRequest request,
      RequestLanguage language,
      ResponseCache.Key key,
      SecurityIdentity caller) {}

  private final GraphQLEngine engine;
  private final PersistedDocuments documents;
  private final ResponseCache responses;
  private final LimitsConfig limits;
  private final Duration maxAge;
  private final Authentication authentication;
  private final OperationQueue queue;
  private final CurrentIdentityAssociation identity;
  private final CurrentVertxRequest currentRequest;
  private final Budgets budgets;
  private final OperationLog log;
  private final ClientMetrics clients;
  private final ResponseMemory memory;
  private final WorkerExecutor cancellations;

  GraphQLRoute(
      GraphQLEngine engine,
      PersistedDocuments documents,
      ResponseCache responses,
      LimitsConfig limits,
      GraphQLConfig config,
      Authentication authentication,
      OperationQueue queue,
      CurrentIdentityAssociation identity,
      CurrentVertxRequest currentRequest,
      Budgets budgets,
      OperationLog log,
      ClientMetrics clients,
      ResponseMemory memory,
      Vertx vertx) {
    this.engine = engine;
    this.documents = documents;
    this.responses = responses;
    this.limits = limits;
    this.maxAge = config.maxAge();
    this.authentication = authentication;
    this.queue = queue;
    this.identity = identity;
    this.currentRequest = currentRequest;
    this.budgets = budgets;
    this.log = log;
    this.clients = clients;
    this.memory = memory;
    this.cancellations =
        vertx.createSharedWorkerExecutor("statement-cancellation", CANCELLATION_THREADS);
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
      GraphQLRequest request = read(http);
      authentication.identify(
          http, identity -> handle(response, request, identity), response::reject);
    } catch (GraphQLRequest.BatchException e) {
      response.rejectBatch(e.size());
    } catch (RequestException e) {
      response.reject(Errors.of(e));
    }
  }

  private void handle(ResponseWriter response, GraphQLRequest request, SecurityIdentity identity) {
    try {
      if (identity == null) {
        handleAnonymous(response, documents.resolve(request, CallerKind.ANONYMOUS));
      } else {
        GraphQLRequest resolved = documents.resolve(request, CallerKind.USER);
        enqueue(new Call(response, resolved, language(response.http()), null, identity));
      }
    } catch (RequestException e) {
      response.reject(Errors.of(e));
    }
  }

  private void handleAnonymous(ResponseWriter response, GraphQLRequest request) {
    RequestLanguage language = language(response.http());
    ResponseCache.Key key = responses.key(response, request, language).orElse(null);
    ResponseCache.Entry cached = key == null ? null : responses.get(key);
    if (cached != null) {
      charge(response, null, Budgets.CACHED_RESPONSE);
      documents.register(request, () -> CallerKey.of(response.http(), null));
      response.send(cached);
    } else {
      enqueue(new Call(response, request, language, key, null));
    }
  }

  /** Takes points of a caller's budget; rejects the request when too few are left. */
  private Charge charge(ResponseWriter response, SecurityIdentity caller, long points) {
    String key = CallerKey.of(response.http(), caller);
    Charge charge = budgets.charge(key, caller != null, points);
    response.charged(charge);
    charge.requirePaid();
    return charge;
  }

  /** The language of an operation, which the request that carries it asks for. */
  public static RequestLanguage language(RoutingContext http) {
    List<String> fields = http.request().headers().getAll(HttpHeaders.ACCEPT_LANGUAGE);
    return new RequestLanguage(AcceptLanguage.of(fields));
  }

  /** Reads the request of a POST or GET. */
  public static GraphQLRequest read(RoutingContext http) {
    return http.request().method() == HttpMethod.POST
        ? GraphQLRequest.ofBody(http.body().buffer())
        : GraphQLRequest.ofParameters(http.queryParams());
  }

  private void enqueue(Call call) {
    ResponseWriter response = call.response();
    var cancellation = new Cancellation();
    RequestLifetime.of(response.http()).onEnd(() -> cancel(cancellation));
    response.startTimeout(limits.time());
    try {
      queue.submit(
          CallerKey.of(response.http(), call.caller()),
          call.request().query(),
          () -> cancellation.run(() -> respond(call)),
          rejection -> response.reject(Errors.of(rejection)));
    } catch (RuntimeException | Error e) {
      response.reject(Errors.of(e));
    }
  }

  /** Stops what still runs for a request that has ended. */
  private void cancel(Cancellation cancellation) {
    if (cancellation.cancel()) {
      cancellations.executeBlocking(
          () -> {
            cancellation.cancelStatements();
            return null;
          },
          false);
    }
  }

  private void respond(Call call) {
    ResponseWriter response = call.response();
    try {
      GraphQLEngine.Prepared operation = engine.prepare(call.request());
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
      documents.register(call.request(), () -> CallerKey.of(response.http(), call.caller()));
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
    long start = System.nanoTime();
    ExecutionResult result =
        charge.call(
            () -> call.language().call(() -> execute(input, response.http(), call.caller())));
    MemoryBudget.check();
    List<ResponseError> errors = Errors.of(result.getErrors());
    log.executed(operation, errors, Duration.ofNanos(System.nanoTime() - start));
    if (ResponseError.areUnavailable(errors, result.getData())
        && (operation.isQuery() || errors.stream().allMatch(ResponseError::isOfRootField))) {
      response.reject(
          errors.stream().filter(error -> !error.isRetryable()).findFirst().orElse(errors.get(0)));
    } else {
      boolean cacheable =
          call.key() != null && errors.isEmpty() && operation.isQuery() && !charge.isDisclosed();
      String language = call.language().used();
      response.send(
          result,
          errors,
          language,
          body -> cacheable ? responses.put(call.key(), body, language) : null);
    }
  }

  /** Executes an operation in a CDI request context of its own. */
  @ActivateRequestContext // Quarkus intercepts calls within a bean, too
  ExecutionResult execute(ExecutionInput input, RoutingContext http, SecurityIdentity caller) {
    if (caller != null) {
      identity.setIdentity(caller);
    }
    currentRequest.setCurrent(http);
    return engine.execute(input);
  }
}
