package dev.prepgraph.execution;

import dev.prepgraph.common.Sha256;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Records metrics, trace attributes and slow-operation log lines of executed operations. They are
 * named by their root field, because metrics must not grow with the names that clients choose.
 */
@ApplicationScoped
public class OperationLog {

  private static final Logger LOG = Logger.getLogger(OperationLog.class);

  /** The name of operations with several root fields. */
  private static final String SEVERAL = "several";

  private static final Duration[] BUCKETS =
      IntStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry metrics;
  private final Duration slow;

  OperationLog(MeterRegistry metrics, GraphQLConfig config) {
    this.metrics = metrics;
    this.slow = config.slow();
  }

  /**
   * Records an executed operation.
   *
   * @param errors of its response
   */
  public void executed(
      GraphQLEngine.Prepared operation, List<ResponseError> errors, Duration took) {
    String name = name(operation.operation());
    String type = operation.operation().getOperation().name().toLowerCase(Locale.ROOT);
    String outcome = errors.isEmpty() ? "OK" : errors.get(0).code().name();
    Timer.builder("graphql.operations")
        .description("Executed operations; cached responses are not among them")
        .tags("operation", name, "type", type, "outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(metrics)
        .record(took);
    DistributionSummary.builder("graphql.cost")
        .description("Maximal number of fields of the responses")
        .tags("operation", name, "type", type)
        .register(metrics)
        .record(operation.cost());
    Span.current()
        .setAttribute("graphql.operation.name", name)
        .setAttribute("graphql.operation.type", type);
    if (took.compareTo(slow) > 0) {
      LOG.warnf(
          "Slow operation: operation=%s type=%s millis=%d cost=%d outcome=%s document=%s",
          name,
          type,
          took.toMillis(),
          operation.cost(),
          outcome,
          HexFormat.of().formatHex(Sha256.of(operation.request().query())));
    }
  }

  private static String name(OperationDefinition operation) {
    List<String> fields =
        operation.getSelectionSet().getSelections().stream()
            .map(selection -> selection instanceof Field field ? field.getName() : SEVERAL)
            .distinct()
            .toList();
    return fields.size() == 1 ? fields.get(0) : SEVERAL;
  }
}
