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
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What operators learn of the operations that were executed: how many, how long, how costly, how
 * they ended, and which were slow. Operations go by the field of {@code Query} or {@code Mutation}
 * that they ask for: names that clients choose have no end, and would fill the memory of whatever
 * collects metrics.
 */
@ApplicationScoped
public class OperationLog {

  private static final Logger LOG = Logger.getLogger(OperationLog.class);

  /** What an operation that asks for more than one field goes by. */
  private static final String SEVERAL = "several";

  private static final Duration[] BOUNDS =
      List.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry metrics;
  private final Duration slow;

  OperationLog(MeterRegistry metrics, GraphQLConfig config) {
    this.metrics = metrics;
    this.slow = config.slow();
  }

  /**
   * Notes an operation that was executed.
   *
   * @param errors what its answer says went wrong
   */
  public void executed(
      GraphQLEngine.Prepared operation, List<Map<String, Object>> errors, Duration took) {
    String name = name(operation.operation());
    String type = operation.operation().getOperation().name().toLowerCase(Locale.ROOT);
    String outcome = errors.isEmpty() ? "OK" : Errors.code(errors.get(0)).name();
    Timer.builder("graphql.operations")
        .description("Executed operations; answers that were kept are not among them")
        .tags("operation", name, "type", type, "outcome", outcome)
        .serviceLevelObjectives(BOUNDS)
        .register(metrics)
        .record(took);
    DistributionSummary.builder("graphql.cost")
        .description("How many fields the answers could have had")
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
          hash(operation.request().query()));
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

  /** The document's SHA-256: names it without telling what a user put into it. */
  private static String hash(String document) {
    return HexFormat.of().formatHex(Sha256.of(document));
  }
}
