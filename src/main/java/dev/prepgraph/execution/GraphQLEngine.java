package dev.prepgraph.execution;

import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.fetching.DirectStrategy;
import dev.prepgraph.execution.fetching.ExecutionInstrumentation;
import dev.prepgraph.execution.fetching.Fetchers;
import dev.prepgraph.execution.fetching.Selections;
import dev.prepgraph.execution.typesystem.IdListArgumentFix;
import dev.prepgraph.execution.typesystem.PublicSchema;
import dev.prepgraph.execution.typesystem.RootField;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.UnknownOperationException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.All;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;

/**
 * Executes operations on SmallRye's schema, one thread a request. SmallRye's own execution service
 * is not used: its document cache has no bound, and it runs blocking resolvers two at a time.
 */
@ApplicationScoped
public class GraphQLEngine {

  /**
   * An operation within all limits.
   *
   * @param cost as {@link OperationAnalysis} computes it
   * @param points that it takes from the caller's budget
   */
  public record Prepared(
      GraphQLRequest request,
      Document document,
      Selections selections,
      OperationDefinition operation,
      long cost,
      long points) {

    public boolean isQuery() {
      return operation.getOperation() == OperationDefinition.Operation.QUERY;
    }

    public boolean isMutation() {
      return operation.getOperation() == OperationDefinition.Operation.MUTATION;
    }

    public boolean isSubscription() {
      return operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION;
    }

    /** The root field of a subscription, which selects exactly one. */
    public Field subscribed() {
      return (Field) operation.getSelectionSet().getSelections().get(0);
    }
  }

  private static final Errors ERRORS = new Errors();

  /** Points of a mutation beyond its cost, for its transaction. */
  private static final int MUTATION_POINTS = 1_000;

  private final GraphQLSchema schema;
  private final DocumentCache documents;
  private final LimitsConfig limits;
  private final ResponseMemory memory;
  private final boolean introspection;
  private final GraphQL graphQL;

  GraphQLEngine(
      GraphQLSchema schema,
      Schema model,
      DocumentCache documents,
      LimitsConfig limits,
      GraphQLConfig config,
      ResponseMemory memory,
      @All List<RootField> fields) {
    IdListArgumentFix.apply(model);
    this.schema = PublicSchema.executable(Fetchers.replace(schema, model), fields);
    this.documents = documents;
    this.limits = limits;
    this.memory = memory;
    this.introspection = config.introspection();
    this.graphQL =
        GraphQL.newGraphQL(this.schema)
            .defaultDataFetcherExceptionHandler(ERRORS)
            .queryExecutionStrategy(new DirectStrategy(ERRORS))
            .instrumentation(new ExecutionInstrumentation())
            .preparsedDocumentProvider(
                (input, parse) ->
                    CompletableFuture.completedFuture(
                        new PreparsedDocumentEntry(
                            input.getGraphQLContext().<Document>get(Document.class))))
            .build();
  }

  /** Parses, validates and analyses a request, without any access to data. */
  public Prepared prepare(GraphQLRequest request) {
    try {
      return check(request);
    } catch (InvalidDocumentException e) {
      throw introspection ? e : e.withoutSchema();
    }
  }

  private Prepared check(GraphQLRequest request) {
    PreparedDocument document = documents.prepare(request.query());
    OperationDefinition operation = operation(document.document(), request.operationName());
    OperationAnalysis.Size size = size(document, operation, request.variables());
    boolean mutates = operation.getOperation() == OperationDefinition.Operation.MUTATION;
    long points = Math.max(1, size.cost()) + (mutates ? MUTATION_POINTS * size.fields() : 0);
    Prepared prepared =
        new Prepared(
            request, document.document(), document.selections(), operation, size.cost(), points);
    if (size.depth() > limits.depth()) {
      throw RequestException.tooComplex(
          "The document is nested deeper than " + limits.depth() + " fields");
    }
    if (prepared.isMutation() && size.fields() > limits.mutations()) {
      throw RequestException.tooComplex(
          "The document has more than " + limits.mutations() + " mutations");
    }
    long max =
        prepared.isMutation() ? Math.min(limits.cost(), memory.maxMutationCost()) : limits.cost();
    if (size.cost() > max) {
      throw RequestException.tooComplex(
          "The operation costs %d, more than %d; select fewer fields or entries"
              .formatted(size.cost(), max));
    }
    return prepared;
  }

  /** Computed once for an operation whose size no variables change. */
  private OperationAnalysis.Size size(
      PreparedDocument prepared, OperationDefinition operation, Map<String, Object> variables) {
    OperationAnalysis.Size known = prepared.sizes().get(operation);
    if (known != null) {
      return known;
    }
    OperationAnalysis.Size size =
        OperationAnalysis.of(
            schema, prepared.document(), operation, variables, limits.representations());
    if (operation.getVariableDefinitions().isEmpty()) {
      prepared.sizes().put(operation, size);
    }
    return size;
  }

  private static OperationDefinition operation(Document document, String name) {
    try {
      return NodeUtil.getOperation(document, name).operationDefinition;
    } catch (UnknownOperationException e) {
      throw RequestException.badRequest("operationName must name an operation of the document");
    }
  }

  /** Builds the input of {@link #execute}. */
  public ExecutionInput input(Prepared prepared) {
    GraphQLRequest request = prepared.request();
    return ExecutionInput.newExecutionInput(request.query())
        .operationName(request.operationName())
        .variables(request.variables())
        .dataLoaderRegistry(new DataLoaderRegistry())
        .graphQLContext(
            Map.of(
                Document.class,
                prepared.document(),
                Selections.class,
                prepared.selections(),
                Introspection.INTROSPECTION_DISABLED,
                !introspection))
        .build();
  }

  /** Executes an operation on this thread, in the active CDI request context. */
  public ExecutionResult execute(ExecutionInput input) {
    return graphQL.execute(input);
  }
}
