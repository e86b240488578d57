package dev.prepgraph.execution;

import dev.prepgraph.common.error.RequestException;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Runs operations on the schema that SmallRye makes of our classes. Its own execution service is
 * not used: its document cache cannot be bounded, and its event loop runs two resolvers at a time.
 * Here a request has one thread.
 */
@ApplicationScoped
public class GraphQLEngine {

  /**
   * A request that may be executed.
   *
   * @param cost what it could cost, as {@link OperationAnalysis} counts
   */
  public record Prepared(
      GraphQLRequest request, Document document, OperationDefinition operation, long cost) {

    public boolean isQuery() {
      return operation.getOperation() == OperationDefinition.Operation.QUERY;
    }
  }

  /** Looked up once: {@code Json} searches the class path for it with every object. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private final GraphQLSchema schema;
  private final BatchLoaders loaders;
  private final DocumentCache documents;
  private final LimitsConfig limits;
  private final ResponseMemory memory;
  private final GraphQL graphQL;

  GraphQLEngine(
      GraphQLSchema schema,
      Schema model,
      DocumentCache documents,
      LimitsConfig limits,
      ResponseMemory memory) {
    this.schema = schema;
    IdLists.mend(model);
    this.loaders = new BatchLoaders(model);
    this.documents = documents;
    this.limits = limits;
    this.memory = memory;
    this.graphQL =
        GraphQL.newGraphQL(this.schema)
            .defaultDataFetcherExceptionHandler(new Errors())
            .instrumentation(new ExecutionInstrumentation())
            .preparsedDocumentProvider(
                (input, parse) ->
                    CompletableFuture.completedFuture(
                        new PreparsedDocumentEntry(
                            input.getGraphQLContext().<Document>get(Document.class))))
            .build();
  }

  /**
   * Checks a request as far as that is possible without looking anything up.
   *
   * @throws RequestException when it is over a limit or names no operation of its document
   * @throws InvalidDocumentException when the document is not in order
   */
  public Prepared prepare(GraphQLRequest request) {
    Document document = documents.prepare(request.query());
    var operations = document.getDefinitionsOfType(OperationDefinition.class);
    if (request.operationName() == null && operations.size() != 1
        || request.operationName() != null
            && operations.stream().noneMatch(o -> request.operationName().equals(o.getName()))) {
      throw RequestException.badRequest("operationName must name an operation of the document");
    }
    OperationDefinition operation =
        NodeUtil.getOperation(document, request.operationName()).operationDefinition;
    if (operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION) {
      throw RequestException.badRequest("There are no subscriptions");
    }
    OperationAnalysis.Size size =
        OperationAnalysis.of(schema, document, operation, request.variables());
    if (size.depth() > limits.depth()) {
      throw DocumentLimits.tooComplex(
          "The document is nested deeper than " + limits.depth() + " fields");
    }
    var prepared = new Prepared(request, document, operation, size.cost());
    if (!prepared.isQuery() && size.fields() > limits.mutations()) {
      throw DocumentLimits.tooComplex(
          "The document has more than " + limits.mutations() + " mutations");
    }
    long most =
        prepared.isQuery() ? limits.cost() : Math.min(limits.cost(), memory.mostOfMutation());
    if (size.cost() > most) {
      throw DocumentLimits.tooComplex(
          "The operation costs %d, more than %d; select fewer fields or entries"
              .formatted(size.cost(), most));
    }
    return prepared;
  }

  /** What an operation is run with. */
  public ExecutionInput input(Prepared prepared) {
    GraphQLRequest request = prepared.request();
    ExecutionInput.Builder input =
        ExecutionInput.newExecutionInput(request.query()).variables(request.variables());
    if (request.operationName() != null) {
      input.operationName(request.operationName());
    }
    return input
        .dataLoaderRegistry(loaders.registry())
        .graphQLContext(Map.of(Document.class, prepared.document()))
        .build();
  }

  /** Runs an operation on this thread, in the CDI request context that is active. */
  public ExecutionResult execute(ExecutionInput input) {
    var asked = JSON.createObjectBuilder().add("query", input.getQuery()).build();
    try {
      input
          .getGraphQLContext()
          .putAll(
              Map.of(
                  SmallRyeContextManager.CONTEXT,
                  SmallRyeContextManager.fromInitialRequest(asked),
                  "runBlocking",
                  true,
                  "httpHeaders",
                  Map.of(),
                  "state",
                  Arc.container().requestContext().getState()));
      return graphQL.execute(input);
    } finally {
      SmallRyeContextManager.clearCurrentSmallRyeContext();
    }
  }
}
