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

  public ResponseError at(List<SourceLocation> locations, List<Object> path) {
    return new ResponseError(code, message, locations, path, details);
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
