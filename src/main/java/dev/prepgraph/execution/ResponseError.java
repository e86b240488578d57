package dev.prepgraph.execution;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.prepgraph.common.error.ErrorCode;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An error of a response.
 *
 * @param message without internals and without values that the caller sent
 * @param locations positions in the document, or null
 * @param path of the field that failed, or null
 * @param details what the extensions hold beside the code
 */
@RegisterForReflection // for Jackson in a native image
public record ResponseError(
    ErrorCode code,
    String message,
    List<SourceLocation> locations,
    List<Object> path,
    Map<String, Object> details)
    implements GraphQLError {

  private static final Map<String, Object> UNCONFIRMED = Map.of("outcome", "UNKNOWN");
  private static final String RETRY_AFTER = "retryAfter";

  public static ResponseError of(ErrorCode code, String message) {
    return new ResponseError(code, message, null, null, Map.of());
  }

  public static ResponseError badRequest(String message) {
    return of(ErrorCode.BAD_REQUEST, message);
  }

  public static ResponseError unavailable(String message) {
    return of(ErrorCode.UNAVAILABLE, message);
  }

  /** The error of a mutation that may or may not have been executed. */
  public static ResponseError unconfirmed(String message) {
    return new ResponseError(ErrorCode.UNAVAILABLE, message, null, null, UNCONFIRMED);
  }

  static ResponseError rateLimited(String message, long retryAfter) {
    return new ResponseError(
        ErrorCode.RATE_LIMITED, message, null, null, Map.of(RETRY_AFTER, retryAfter));
  }

  public ResponseError at(List<SourceLocation> locations, List<Object> path) {
    return new ResponseError(code, message, locations, path, details);
  }

  /** Whether every field failed temporarily: the status is then 503, so that clients retry. */
  public static boolean areUnavailable(List<ResponseError> errors, Map<String, Object> data) {
    return !errors.isEmpty()
        && errors.stream().allMatch(error -> error.code() == ErrorCode.UNAVAILABLE)
        && (data == null || data.values().stream().allMatch(Objects::isNull));
  }

  /** Whether a root field failed; a mutation whose field failed was rolled back. */
  public boolean isOfRootField() {
    return path != null && path.size() == 1;
  }

  /** Whether a client may send the same request again. */
  public boolean isRetryable() {
    return code == ErrorCode.RATE_LIMITED
        || code == ErrorCode.UNAVAILABLE && !details.equals(UNCONFIRMED);
  }

  /** Seconds after which a client may send a retryable request again. */
  public long retryAfter() {
    return details.get(RETRY_AFTER) instanceof Long seconds ? seconds : 1;
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public List<SourceLocation> getLocations() {
    return locations;
  }

  @Override
  public List<Object> getPath() {
    return path;
  }

  @Override
  public ErrorClassification getErrorType() {
    return null;
  }

  @Override
  public Map<String, Object> getExtensions() {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code.name());
    extensions.putAll(details);
    return extensions;
  }

  @Override
  @JsonValue
  public Map<String, Object> toSpecification() {
    return GraphQLError.super.toSpecification();
  }
}
