package dev.prepgraph.execution;

import dev.prepgraph.common.MemoryBudget;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What callers are told when something fails: a code, a text without internals and without what
 * they sent, and, where the fault is ours, the id that the log names it by.
 */
public final class Errors implements DataFetcherExceptionHandler {

  private static final Logger LOG = Logger.getLogger(Errors.class);
  static final String CODE = "code";
  private static final String OUTCOME = "outcome";
  private static final String UNKNOWN = "UNKNOWN";
  private static final int MAX_ERRORS = 100;

  /**
   * Where the database, or the way to it, is at fault for the moment (SQLSTATE classes and values).
   */
  private static final Pattern UNAVAILABLE =
      Pattern.compile("08.*|53.*|57.*|25006|25P03|40.*|55P03");

  /** The place of a literal, which graphql-java tells between the rule and the value. */
  private static final Pattern ARGUMENT = Pattern.compile("argument '([\\w.\\[\\]]+)'");

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters parameters) {
    Map<String, Object> error = of(parameters.getException());
    MemoryBudget.charge(ResponseMemory.ERROR);
    GraphQLError described =
        GraphqlErrorBuilder.newError()
            .message((String) error.get("message"))
            .path(parameters.getPath())
            .location(parameters.getSourceLocation())
            .extensions(extensions(error))
            .build();
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult().error(described).build());
  }

  /** The error that tells of a failure. What is our fault is logged. */
  public static Map<String, Object> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RequestException refused) {
        return refused.isUnconfirmed()
            ? unconfirmed(refused.getMessage())
            : error(refused.code(), refused.getMessage());
      }
      if (cause instanceof MemoryBudget.ExceededException exceeded) {
        return exceeded.isByAll()
            ? error(ErrorCode.UNAVAILABLE, "Too many requests are being answered; try again")
            : error(ErrorCode.TOO_COMPLEX, "The response is too large; select fewer entries");
      }
      if (cause instanceof AuthenticationFailedException) {
        return AuthenticationErrors.isProviderDown(cause)
            ? error(ErrorCode.UNAVAILABLE, AuthenticationErrors.PROVIDER_DOWN)
            : error(ErrorCode.UNAUTHENTICATED, AuthenticationErrors.REFUSAL);
      }
      if (cause instanceof OIDCException) {
        return error(ErrorCode.UNAVAILABLE, AuthenticationErrors.PROVIDER_DOWN);
      }
      if (cause instanceof UnauthorizedException) {
        return error(ErrorCode.UNAUTHENTICATED, "Log in first");
      }
      if (cause instanceof ForbiddenException) {
        return error(ErrorCode.FORBIDDEN, "This is not allowed");
      }
      if (cause instanceof SQLException sql && isUnavailable(sql)) {
        LOG.warnf("The database cannot serve: %s", sql.getMessage());
        return error(ErrorCode.UNAVAILABLE, "This cannot be answered for the moment; try again");
      }
      if (cause instanceof CancellationException) {
        // Nobody waits for it.
        return error(ErrorCode.UNAVAILABLE, "This was cancelled");
      }
    }
    if (isClientGone(failure)) {
      LOG.debugf(failure, "The client broke off its request");
      return error(ErrorCode.BAD_REQUEST, "The request was broken off");
    }
    FatalErrors.check(failure);
    String traceId = traceId();
    LOG.errorf(failure, "Request failed, trace id %s", traceId);
    Map<String, Object> error = error(ErrorCode.INTERNAL, "Something went wrong on our side");
    extensions(error).put("traceId", traceId);
    return error;
  }

  /** Whether a connection was closed or reset under a request that was read or answered. */
  private static boolean isClientGone(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof HttpClosedException
                    || cause instanceof StreamResetException
                    || cause instanceof ClosedChannelException
                    || cause instanceof SocketException && !(cause instanceof ConnectException));
  }

  /** The trace's where there is one; else one that nothing but the log knows. */
  private static String traceId() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : UUID.randomUUID().toString();
  }

  /**
   * Whether the database did not refuse what was asked but could not be asked; the pool's own
   * time-outs have no state.
   */
  private static boolean isUnavailable(SQLException e) {
    return e.getSQLState() == null || UNAVAILABLE.matcher(e.getSQLState()).matches();
  }

  public static Map<String, Object> error(ErrorCode code, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put(CODE, code.name());
    error.put("extensions", extensions);
    return error;
  }

  /** The error of a change that may have been made or not. */
  public static Map<String, Object> unconfirmed(String message) {
    Map<String, Object> error = error(ErrorCode.UNAVAILABLE, message);
    extensions(error).put(OUTCOME, UNKNOWN);
    return error;
  }

  /**
   * Whether a field of the operation itself failed: a mutation that did is one that did nothing.
   */
  public static boolean isOfWholeField(Map<String, Object> error) {
    return error.get("path") instanceof List<?> path && path.size() == 1;
  }

  /** Whether the request can be sent again as it is. */
  public static boolean isRepeatable(Map<String, Object> error) {
    ErrorCode code = code(error);
    return code == ErrorCode.RATE_LIMITED
        || code == ErrorCode.UNAVAILABLE && !extensions(error).containsKey(OUTCOME);
  }

  @SuppressWarnings("unchecked") // made by error()
  private static Map<String, Object> extensions(Map<String, Object> error) {
    return (Map<String, Object>) error.get("extensions");
  }

  public static ErrorCode code(Map<String, Object> error) {
    return ErrorCode.valueOf((String) extensions(error).get(CODE));
  }

  /** How the errors of an execution are told: so many of them that a response stays small. */
  public static List<Map<String, Object>> of(List<GraphQLError> errors) {
    List<Map<String, Object>> told =
        new ArrayList<>(errors.stream().limit(MAX_ERRORS).map(Errors::of).toList());
    if (errors.size() > MAX_ERRORS) {
      told.add(
          error(
              code(told.get(0)),
              "%d more errors are not listed".formatted(errors.size() - MAX_ERRORS)));
    }
    return told;
  }

  /** How an error of the execution is told. */
  public static Map<String, Object> of(GraphQLError error) {
    Map<String, Object> told;
    if (error.getExtensions() != null && error.getExtensions().containsKey(CODE)) {
      told = new LinkedHashMap<>();
      told.put("message", error.getMessage());
      told.put("extensions", error.getExtensions());
    } else {
      told = error(code(error), message(error));
    }
    if (error.getLocations() != null && !error.getLocations().isEmpty()) {
      told.put("locations", locations(error.getLocations()));
    }
    if (error.getPath() != null) {
      told.put("path", error.getPath());
    }
    return told;
  }

  private static ErrorCode code(GraphQLError error) {
    return error.getErrorType() == ErrorType.NullValueInNonNullableField
        ? ErrorCode.INTERNAL
        : ErrorCode.BAD_REQUEST;
  }

  private static String message(GraphQLError error) {
    if (error instanceof ValidationError invalid) {
      // What graphql-java says of a document's shape names only the schema and the document's own
      // names, but not of its values.
      if (invalid.getValidationErrorType() == ValidationErrorType.WrongType) {
        return wrongType(error);
      }
      return invalid.getValidationErrorType() == ValidationErrorType.BadValueForDefaultArg
          ? "A default value has the wrong type"
          : error.getMessage();
    }
    if (error.getErrorType() == ErrorType.InvalidSyntax) {
      return "The document is not valid GraphQL syntax";
    }
    if (error.getErrorType() == ErrorType.NullValueInNonNullableField) {
      return "Something went wrong on our side";
    }
    return "An argument has a value that is not allowed";
  }

  /** Names the place and the expected form of a literal, without the value. */
  private static String wrongType(GraphQLError error) {
    Matcher argument = ARGUMENT.matcher(error.getMessage());
    String place = argument.find() ? argument.group(1) : "A value";
    Object expected =
        error.getExtensions() == null ? null : error.getExtensions().get(StrictCoercing.EXPECTED);
    return expected == null
        ? place + " has the wrong type for its place"
        : place + " must be " + expected;
  }

  private static List<Map<String, Integer>> locations(List<SourceLocation> locations) {
    List<Map<String, Integer>> told = new ArrayList<>();
    for (SourceLocation location : locations) {
      if (location != null && location.getLine() > 0) {
        told.add(Map.of("line", location.getLine(), "column", location.getColumn()));
      }
    }
    return told;
  }
}
