package dev.prepgraph.http;

import dev.prepgraph.budget.Budgets;
import dev.prepgraph.budget.Charge;
import dev.prepgraph.common.ReadTrace;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.execution.InvalidDocumentException;
import dev.prepgraph.execution.OperationLog;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.http.partner.PartnerGate;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.usage.UsageCounter;
import dev.prepgraph.partner.usage.UsageSample;
import graphql.ExecutionResult;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Prepares, charges and executes operations for their callers, of requests and of streams. */
@ApplicationScoped
public class OperationExecution {

  private static final int CANCELLATION_THREADS = 2;

  private final GraphQLEngine engine;
  private final PartnerGate partners;
  private final OperationLog log;
  private final UsageCounter usage;
  private final CurrentIdentityAssociation identity;
  private final CurrentVertxRequest currentRequest;
  private final WorkerExecutor cancellations;

  OperationExecution(
      GraphQLEngine engine,
      PartnerGate partners,
      OperationLog log,
      UsageCounter usage,
      CurrentIdentityAssociation identity,
      CurrentVertxRequest currentRequest,
      Vertx vertx) {
    this.engine = engine;
    this.partners = partners;
    this.log = log;
    this.usage = usage;
    this.identity = identity;
    this.currentRequest = currentRequest;
    this.cancellations =
        vertx.createSharedWorkerExecutor("statement-cancellation", CANCELLATION_THREADS);
  }

  /**
   * A sender of operations.
   *
   * @param http the request with the operation, or that opened its stream
   * @param identity null for an anonymous caller
   */
  public record Caller(RoutingContext http, SecurityIdentity identity) {

    /** Identifies the caller for limits. */
    public String key() {
      return CallerKey.of(http, identity);
    }
  }

  /**
   * What an operation resulted in.
   *
   * @param shown the cost that the response shows, or null
   * @param usage what it used, if it is of a partner, or null
   */
  public record Outcome(
      ExecutionResult result, List<ResponseError> errors, Charge shown, UsageSample usage) {

    /** The members of the response. */
    public Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      if (!errors.isEmpty()) {
        members.put("errors", errors);
      }
      if (result.isDataPresent()) {
        members.put("data", result.getData());
      }
      if (shown != null) {
        members.put("extensions", Map.of("cost", shown.extension()));
      }
      return members;
    }
  }

  /**
   * Parses, validates and analyses an operation. A rejected one costs points as well, by its
   * length, because this is where its work lies.
   *
   * @throws InvalidDocumentException with the faults of the document
   */
  public GraphQLEngine.Prepared prepare(GraphQLRequest request, Caller caller) {
    try {
      return engine.prepare(request);
    } catch (RuntimeException e) {
      charge(caller, Budgets.REJECTED_CHARACTER * (1L + request.query().length())).requirePaid();
      throw e;
    }
  }

  /** Takes points of the caller's budget, all or none. */
  public Charge charge(Caller caller, long points) {
    return partners.charge(caller.http(), caller.identity(), points);
  }

  /** Whether the partner of an open stream may not be served any more. */
  public boolean isForbidden(Caller caller) {
    return partners.isForbidden(caller.http(), caller.identity());
  }

  /** Executes an operation on this thread, if the scopes of its caller's partner permit it. */
  public Outcome execute(
      GraphQLEngine.Prepared operation,
      Caller caller,
      Charge charge,
      RequestLanguage language,
      Supplier<ExecutionResult> execution) {
    partners.check(caller.http(), operation);
    long start = System.nanoTime();
    ReadTrace trace = new ReadTrace();
    ExecutionResult result =
        charge.call(() -> language.call(() -> trace.call(() -> as(caller, execution))));
    MemoryBudget.check();
    List<ResponseError> errors = Errors.of(result.getErrors());
    log.executed(operation, errors, Duration.ofNanos(System.nanoTime() - start));
    UsageSample used =
        partner(caller)
            .map(partner -> usage.executed(partner, caller.key(), operation, trace))
            .orElse(null);
    Charge shown = ResponseWriter.showsCost(caller.http()) ? charge : null;
    return new Outcome(result, errors, shown, used);
  }

  private static Optional<UUID> partner(Caller caller) {
    return CurrentPartner.of(caller.http()).map(identity -> identity.partner().id());
  }

  /**
   * Counts a response from the cache.
   *
   * @param used by the operation that was executed; null if that was of no partner
   */
  void repeated(Caller caller, UsageSample used) {
    if (used != null) {
      partner(caller).ifPresent(partner -> usage.repeated(partner, caller.key(), used));
    }
  }

  /** Runs work as a caller, in a CDI request context of its own. */
  @ActivateRequestContext // Quarkus intercepts calls within a bean, too
  public <T> T as(Caller caller, Supplier<T> work) {
    if (caller.identity() != null) {
      identity.setIdentity(caller.identity());
    }
    currentRequest.setCurrent(caller.http());
    return work.get();
  }

  /** Stops work that nobody waits for any more, also its running statements. */
  public void cancel(Cancellation cancellation) {
    if (cancellation.cancel()) {
      cancellations.executeBlocking(
          () -> {
            cancellation.cancelStatements();
            return null;
          },
          false);
    }
  }
}
