package dev.prepgraph.execution;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.limits.MemoryBudget;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.introspection.GoodFaithIntrospection;
import graphql.introspection.IntrospectionDisabledError;
import graphql.language.SourceLocation;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Maps exceptions, and the errors of graphql-java, to errors that clients may see. */
public final class Errors implements DataFetcherExceptionHandler {

  private static final Logger LOG = Logger.getLogger(Errors.class);
  private static final int MAX_ERRORS = 100;
  private static final String INTERNAL = "Internal error";

  /** SQLSTATE classes and values of a database that is unreachable, overloaded or failing over. */
  private static final Pattern UNAVAILABLE =
      Pattern.compile("08.*|53.*|57.*|25006|25P03|40.*|55P03");

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters parameters) {
    ResponseError error =
        of(parameters.getException())
            .at(locations(parameters.getSourceLocation()), parameters.getPath().toList());
    MemoryBudget.charge(ResponseMemory.ERROR);
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult().error(error).build());
  }

  /** Maps an exception; logs it where the fault is the service's. */
  public static ResponseError of(Throwable failure) {
    return causes(failure)
        .map(Errors::expected)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> unexpected(failure));
  }

  /** Maps the failed verification of a token, which is no fault of its sender's. */
  public static ResponseError ofVerification(Throwable failure) {
    return anyCause(failure, e -> e instanceof OIDCException || e instanceof IOException)
        ? ResponseError.unavailable("Tokens cannot be verified at the moment; try again")
        : invalidToken();
  }

  public static ResponseError invalidToken() {
    return ResponseError.of(
        ErrorCode.UNAUTHENTICATED,
        "Authorization must be one valid bearer token; omit the header for public data");
  }

  private static ResponseError expected(Throwable cause) {
    if (cause instanceof RequestException rejection) {
      if (rejection.retryAfter() > 0) {
        return ResponseError.rateLimited(rejection.getMessage(), rejection.retryAfter());
      }
      return rejection.isUnconfirmed()
          ? ResponseError.unconfirmed(rejection.getMessage())
          : ResponseError.of(rejection.code(), rejection.getMessage());
    }
    if (cause instanceof MemoryBudget.ExceededException exceeded) {
      return exceeded.isByAll()
          ? expected(RequestException.overloaded())
          : ResponseError.of(
              ErrorCode.TOO_COMPLEX, "The response is too large; select fewer entries");
    }
    if (cause instanceof AuthenticationFailedException || cause instanceof OIDCException) {
      return ofVerification(cause);
    }
    if (cause instanceof UnauthorizedException) {
      return ResponseError.of(ErrorCode.UNAUTHENTICATED, "Log in first");
    }
    if (cause instanceof ForbiddenException) {
      return ResponseError.of(ErrorCode.FORBIDDEN, "Access denied");
    }
    if (cause instanceof SQLException sql && isUnavailable(sql)) {
      LOG.warnf("The database is unavailable: %s", sql.getMessage());
      return expected(RequestException.unavailable());
    }
    return cause instanceof CancellationException
        ? ResponseError.unavailable("The request was cancelled")
        : null;
  }

  private static ResponseError unexpected(Throwable failure) {
    if (anyCause(failure, Errors::isDisconnect)) {
      LOG.debugf(failure, "The client aborted its request");
      return ResponseError.badRequest("The request was aborted");
    }
    FatalErrors.check(failure);
    SpanContext span = Span.current().getSpanContext();
    String traceId = span.isValid() ? span.getTraceId() : UUID.randomUUID().toString();
    LOG.errorf(failure, "Request failed, trace id %s", traceId);
    return new ResponseError(ErrorCode.INTERNAL, INTERNAL, null, null, Map.of("traceId", traceId));
  }

  private static boolean isDisconnect(Throwable cause) {
    return cause instanceof HttpClosedException
        || cause instanceof StreamResetException
        || cause instanceof ClosedChannelException
        || cause instanceof SocketException && !(cause instanceof ConnectException);
  }

  /** Timeouts of the connection pool have no SQLSTATE. */
  private static boolean isUnavailable(SQLException e) {
    return e.getSQLState() == null || UNAVAILABLE.matcher(e.getSQLState()).matches();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  static boolean anyCause(Throwable failure, Predicate<Throwable> condition) {
    return causes(failure).anyMatch(condition);
  }

  /** Maps the errors of an execution, the first of them only, so that a response stays small. */
  public static List<ResponseError> of(List<GraphQLError> errors) {
    List<ResponseError> listed =
        new ArrayList<>(errors.stream().limit(MAX_ERRORS).map(Errors::of).toList());
    if (errors.size() > MAX_ERRORS) {
      int more = errors.size() - MAX_ERRORS;
      listed.add(
          ResponseError.of(listed.get(0).code(), "%d more errors are not listed".formatted(more)));
    }
    return listed;
  }

  static ResponseError of(GraphQLError error) {
    if (error instanceof ResponseError described) {
      return described;
    }
    List<SourceLocation> positions =
        error.getLocations() == null
            ? null
            : locations(error.getLocations().toArray(SourceLocation[]::new));
    boolean internal = error.getErrorType() == ErrorType.NullValueInNonNullableField;
    return ResponseError.of(
            internal ? ErrorCode.INTERNAL : ErrorCode.BAD_REQUEST,
            internal ? INTERNAL : message(error))
        .at(positions, error.getPath());
  }

  private static List<SourceLocation> locations(SourceLocation... locations) {
    return locations.length == 0 ? null : Stream.of(locations).filter(Objects::nonNull).toList();
  }

  /** The message of an error in the request; graphql-java's own often repeat the value sent. */
  private static String message(GraphQLError error) {
    if (error instanceof IntrospectionDisabledError) {
      return "Introspection is switched off";
    }
    return error instanceof GoodFaithIntrospection.BadFaithIntrospectionError
        ? "The introspection is larger than tools need: select __schema, __type and the fields of a type once each"
        : "An argument has a value that is not allowed";
  }
}
