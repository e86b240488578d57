package dev.prepgraph.http.stream;

import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.http.ResponseWriter;
import graphql.language.VariableDefinition;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an open subscription holds of its request: bounded, as nothing else accounts for it. */
final class SubscriptionRequest {

  private static final int MAX = 4_096;

  private SubscriptionRequest() {}

  /** The request without variables that its operation does not declare. */
  static GraphQLRequest of(GraphQLEngine.Prepared prepared) {
    GraphQLRequest request = prepared.request();
    if (request.query().length() > MAX) {
      throw RequestException.tooComplex(
          "The document of a subscription must have at most %d characters".formatted(MAX));
    }
    Map<String, Object> variables = new LinkedHashMap<>();
    for (VariableDefinition declared : prepared.operation().getVariableDefinitions()) {
      String name = declared.getName();
      if (request.variables().containsKey(name)) {
        variables.put(name, request.variables().get(name));
      }
    }
    if (ResponseWriter.json(variables).length() > MAX) {
      throw RequestException.tooComplex(
          "The variables of a subscription must have at most %d bytes of JSON".formatted(MAX));
    }
    return new GraphQLRequest(request.query(), request.operationName(), variables, null);
  }
}
