package dev.prepgraph.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prepgraph.execution.fetching.ExecutionInstrumentation;
import dev.prepgraph.execution.typesystem.PublicSchema;
import dev.prepgraph.execution.typesystem.RootField;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The service's engine, which can execute each query a second time with SmallRye's fetchers and
 * graphql-java's strategy, and compare the responses.
 */
@Alternative
@Priority(1)
@Singleton // a proxy would need a constructor without parameters
class ComparedEngine extends GraphQLEngine {

  /** Compares all queries of a test run, whose numbers of statements are then others. */
  private static final boolean ALWAYS = Boolean.getBoolean("prepgraph.compare");

  /** Writes texts as {@link dev.prepgraph.http.ResponseWriter} does. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  /** The pairs of responses that were compared; null while they are not. */
  private static volatile List<String[]> compared;

  private final GraphQL framework;
  private final SmallRyeLoaders loaders;

  ComparedEngine(
      GraphQLSchema schema,
      Schema model,
      DocumentCache documents,
      LimitsConfig limits,
      GraphQLConfig config,
      ResponseMemory memory,
      @All List<RootField> fields) {
    super(schema, model, documents, limits, config, memory, fields);
    this.loaders = new SmallRyeLoaders(model);
    this.framework =
        GraphQL.newGraphQL(PublicSchema.executable(schema, fields))
            .defaultDataFetcherExceptionHandler(new Errors())
            .instrumentation(new ExecutionInstrumentation())
            .preparsedDocumentProvider(
                (input, parse) ->
                    CompletableFuture.completedFuture(
                        new PreparsedDocumentEntry(
                            input.getGraphQLContext().<Document>get(Document.class))))
            .build();
  }

  /** The responses to the queries of an action: of the service, and of the framework alone. */
  static List<String[]> during(Runnable action) {
    List<String[]> pairs = Collections.synchronizedList(new ArrayList<>());
    compared = pairs;
    try {
      action.run();
    } finally {
      compared = null;
    }
    return pairs;
  }

  @Override
  public ExecutionResult execute(ExecutionInput input) {
    ExecutionResult result = super.execute(input);
    List<String[]> pairs = compared;
    if ((pairs != null || ALWAYS) && isQuery(input)) {
      String[] pair = {json(result), json(executeByFramework(input))};
      if (pairs != null) {
        pairs.add(pair);
      } else if (!pair[0].equals(pair[1])) {
        System.err.printf("DIFFERENT %s%n%s%n%s%n", input.getQuery(), pair[0], pair[1]);
      }
    }
    return result;
  }

  private static boolean isQuery(ExecutionInput input) {
    Document document = input.getGraphQLContext().get(Document.class);
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .allMatch(one -> one.getOperation() == OperationDefinition.Operation.QUERY);
  }

  private ExecutionResult executeByFramework(ExecutionInput input) {
    var request = Json.createObjectBuilder().add("query", input.getQuery()).build();
    ExecutionInput again =
        input.transform(changed -> changed.dataLoaderRegistry(loaders.registry()));
    var requestContext = Arc.container().requestContext();
    var state = requestContext.getState();
    again
        .getGraphQLContext()
        .putAll(
            Map.of(
                SmallRyeContextManager.CONTEXT,
                SmallRyeContextManager.fromInitialRequest(request),
                "runBlocking",
                true,
                "httpHeaders",
                Map.of(),
                "state",
                state));
    try {
      return framework.execute(again);
    } finally {
      SmallRyeContextManager.clearCurrentSmallRyeContext();
      if (!requestContext.isActive()) {
        requestContext.activate(state);
      }
    }
  }

  private static String json(ExecutionResult result) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("errors", Errors.of(result.getErrors()));
    members.put("data", result.getData());
    try {
      // In bytes as over HTTP, because the service's objects write those in their own way.
      String json = new String(JSON.writeValueAsBytes(members), StandardCharsets.UTF_8);
      return json.replaceAll("\"traceId\":\"[^\"]*\"", "\"traceId\"");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
