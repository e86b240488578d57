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
import java.util.HashMap;
import java.util.Map;

/**
 * What a client asks, as the GraphQL-over-HTTP specification spells it.
 *
 * @param operationName the operation of the document to run, or null where it has but one
 */
public record GraphQLRequest(String query, String operationName, Map<String, Object> variables) {

  /** Many small values take far more memory than their text. */
  private static final long MAX_TOKENS = 20_000;

  /** Some editors and clients write it in front; RFC 8259 (8.1) lets parsers ignore it. */
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

  /**
   * Reads the body of a POST.
   *
   * @throws RequestException when it is no request
   */
  public static GraphQLRequest ofBody(Buffer body) {
    Object json = json(decode(body), "The body");
    if (!(json instanceof Map<?, ?> members)) {
      throw RequestException.badRequest("The body must be a JSON object");
    }
    return of(
        string(members.get("query"), "query"),
        string(members.get("operationName"), "operationName"),
        object(members.get("variables"), "variables"),
        object(members.get("extensions"), "extensions"));
  }

  /**
   * Reads the parameters of a GET.
   *
   * @throws RequestException when they are no request
   */
  public static GraphQLRequest ofParameters(MultiMap parameters) {
    String variables = parameters.get("variables");
    String extensions = parameters.get("extensions");
    return of(
        parameters.get("query"),
        parameters.get("operationName"),
        object(json(variables, "variables"), "variables"),
        object(json(extensions, "extensions"), "extensions"));
  }

  private static GraphQLRequest of(
      String query,
      String operationName,
      Map<String, Object> variables,
      Map<String, Object> extensions) {
    if (query == null || query.isBlank()) {
      if (extensions.get("persistedQuery") instanceof Map) {
        // The very words by which Apollo's clients and urql know to send the query.
        throw new RequestException(
            ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");
      }
      throw RequestException.badRequest("The query is missing");
    }
    checkTexts(variables);
    // An empty name is what some clients send for none.
    return new GraphQLRequest(
        query, operationName == null || operationName.isEmpty() ? null : operationName, variables);
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

  private static Map<String, Object> object(Object value, String name) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> members) {
      Map<String, Object> object = new HashMap<>();
      members.forEach((key, member) -> object.put((String) key, member));
      return object;
    }
    throw RequestException.badRequest(name + " must be a JSON object");
  }
}
