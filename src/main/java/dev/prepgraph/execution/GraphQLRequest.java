package dev.prepgraph.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prepgraph.common.CleanText;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a request (GraphQL over HTTP, 4.1).
 *
 * @param query the document; null until its reference is resolved
 * @param operationName null where the document has only one operation
 * @param reference names the document; null where the request only sends it
 */
public record GraphQLRequest(
    String query, String operationName, Map<String, Object> variables, Reference reference) {

  /**
   * Names a document.
   *
   * @param isAutomatic whether it is an automatic persisted query of Apollo, which clients register
   */
  public record Reference(boolean isAutomatic, String id) {}

  /** Rejects a batch, which is an array of requests. */
  public static final class BatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int size;

    private BatchException(int size) {
      super("Batches are not supported", null, false, false);
      this.size = size;
    }

    public int size() {
      return size;
    }
  }

  /** Many small values take far more heap than their text. */
  private static final long MAX_TOKENS = 20_000;

  /** RFC 8259 (8.1) lets parsers ignore it, and some clients send it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
                  .build())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(Object.class);

  /** Reads the body of a POST. */
  public static GraphQLRequest ofBody(Buffer body) {
    Object content = json(decode(body), "The body");
    if (content instanceof List<?> batch && !batch.isEmpty()) {
      throw new BatchException(batch.size());
    }
    return ofMembers(required(object(content, "The body"), "The body"));
  }

  /** Parses a JSON object within the limits of a request. */
  public static Map<String, Object> members(String text, String name) {
    return required(object(json(text, name), name), name);
  }

  private static Map<String, Object> required(Map<String, Object> members, String name) {
    if (members == null) {
      throw RequestException.badRequest(name + " must be a JSON object");
    }
    return members;
  }

  /** Reads the members of a JSON object. */
  public static GraphQLRequest ofMembers(Map<?, ?> members) {
    return of(
        string(members.get("query"), "query"),
        string(members.get("operationName"), "operationName"),
        members.get("variables"),
        members.get("extensions"),
        string(members.get("documentId"), "documentId"));
  }

  /** Reads the parameters of a GET. */
  public static GraphQLRequest ofParameters(MultiMap parameters) {
    return of(
        parameters.get("query"),
        parameters.get("operationName"),
        json(parameters.get("variables"), "variables"),
        json(parameters.get("extensions"), "extensions"),
        parameters.get("documentId"));
  }

  private static GraphQLRequest of(
      String query, String operationName, Object variables, Object extensions, String documentId) {
    Map<String, Object> values = object(variables, "variables");
    Reference reference = reference(documentId, object(extensions, "extensions"));
    boolean isSent = query != null && !query.isBlank();
    if (!isSent && reference == null) {
      throw RequestException.badRequest("The query is missing");
    }
    if (isSent && documentId != null) {
      throw RequestException.badRequest("Send query or documentId, not both");
    }
    checkTexts(values);
    // Some clients send an empty name for none.
    String name = operationName == null || operationName.isEmpty() ? null : operationName;
    return new GraphQLRequest(
        isSent ? query : null, name, values == null ? Map.of() : values, reference);
  }

  private static Reference reference(String documentId, Map<String, Object> extensions) {
    String name = "extensions.persistedQuery";
    Map<String, Object> automatic =
        extensions == null ? null : object(extensions.get("persistedQuery"), name);
    if (automatic == null) {
      return documentId == null ? null : new Reference(false, documentId);
    }
    if (documentId != null) {
      throw RequestException.badRequest("Send documentId or " + name + ", not both");
    }
    if (!Integer.valueOf(1).equals(automatic.get("version"))) {
      throw persistedQueryNotSupported();
    }
    String hash = string(automatic.get("sha256Hash"), name + ".sha256Hash");
    if (hash == null) {
      throw RequestException.badRequest(name + ".sha256Hash is missing");
    }
    return new Reference(true, hash);
  }

  /** On its message, Apollo's clients and urql resend the request with its query. */
  public static RequestException persistedQueryNotSupported() {
    return new RequestException(
        ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");
  }

  /** The request with the document that its reference names. */
  public GraphQLRequest withQuery(String text) {
    return new GraphQLRequest(text, operationName, variables, reference);
  }

  private static void checkTexts(Object value) {
    if (value instanceof String text) {
      CleanText.check(text);
    } else if (value instanceof Map<?, ?> members) {
      members.values().forEach(GraphQLRequest::checkTexts);
    } else if (value instanceof Collection<?> entries) {
      entries.forEach(GraphQLRequest::checkTexts);
    }
  }

  private static String decode(Buffer body) {
    if (body == null || body.length() == 0) {
      throw RequestException.badRequest("The body is empty");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body.getBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw RequestException.badRequest("The body is not valid UTF-8");
    }
  }

  private static Object json(String text, String name) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return JSON.readValue(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (JsonProcessingException e) {
      throw RequestException.badRequest(name + " is not valid JSON");
    }
  }

  private static String string(Object value, String name) {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw RequestException.badRequest(name + " must be a string");
  }

  @SuppressWarnings("unchecked") // the keys of JSON objects are strings
  private static Map<String, Object> object(Object value, String name) {
    if (value == null || value instanceof Map) {
      return (Map<String, Object>) value;
    }
    throw RequestException.badRequest(name + " must be a JSON object");
  }
}
