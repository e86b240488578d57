package dev.prepgraph.catalogue;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.GraphQL.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueHealthTest {

  @Inject SmallRyeHealthReporter health;
  @Inject MeterRegistry metrics;

  @Test
  void livenessAndMetricsReportTheWatcher() {
    query("{ catalogue { revision } }");

    assertThat(health.getLiveness().getPayload().toString())
        .contains("\"name\":\"Catalogue watcher\",\"status\":\"UP\"");
    await()
        .untilAsserted(
            () ->
                assertThat(metrics.get("catalogue.staleness").timeGauge().value(TimeUnit.SECONDS))
                    .isBetween(0.0, 60.0));
  }
}
