package dev.prepgraph.http;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.partner.usage.DocumentUsage;
import dev.prepgraph.partner.usage.UsageSample;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResponseCacheWeightTest {

  private record Config(
      MemorySize documentCache,
      MemorySize responseCache,
      Duration maxAge,
      boolean introspection,
      Duration slow)
      implements GraphQLConfig {}

  @Test
  void weighsWhatOperationsUsed() {
    MemorySize size = new MemorySize(BigInteger.valueOf(100_000));
    Config config = new Config(size, size, Duration.ZERO, true, Duration.ZERO);
    ResponseCache cache = new ResponseCache(null, config, new SimpleMeterRegistry());
    Set<String> searches =
        IntStream.range(0, 100).mapToObj(i -> "search " + i).collect(Collectors.toSet());
    var document = new DocumentUsage("query x", Set.of(), Set.of());
    var usage = new UsageSample(document, Set.of(), Set.of(), searches);
    List<ResponseCache.Key> keys =
        IntStream.range(0, 100)
            .mapToObj(i -> new ResponseCache.Key("v", "en", "p", "request " + i))
            .toList();

    keys.forEach(key -> cache.put(key, Buffer.buffer("{}"), null, usage, false));

    assertThat(usage.weight()).isGreaterThan(10_000);
    await().until(() -> keys.stream().filter(key -> cache.get(key) != null).count() < 10);
  }
}
