package dev.prepgraph.http;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.common.negotiation.ContentCoding;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.partner.usage.DocumentUsage;
import dev.prepgraph.partner.usage.UsageSample;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Random;
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

  private static final List<ContentCoding> PLAIN = List.of(ContentCoding.IDENTITY);

  private static ResponseCache cache(int bytes) {
    MemorySize size = new MemorySize(BigInteger.valueOf(bytes));
    Config config = new Config(size, size, Duration.ZERO, true, Duration.ZERO);
    return new ResponseCache(null, config, new SimpleMeterRegistry());
  }

  private static ResponseCache.Key key(int i) {
    return new ResponseCache.Key("v", "en", "p", "request " + i);
  }

  @Test
  void weighsEachCodingOnceItIsAskedFor() {
    byte[] random = new byte[10_000]; // no coding makes it smaller
    new Random(1).nextBytes(random);
    ResponseCache cache = cache(45_000);
    List<ResponseCache.Entry> entries =
        IntStream.range(0, 4)
            .mapToObj(i -> cache.put(key(i), Buffer.buffer(random), null, null, PLAIN))
            .toList();
    assertThat(IntStream.range(0, 4).filter(i -> cache.get(key(i)) != null)).hasSize(4);

    for (ContentCoding coding : List.of(ContentCoding.GZIP, ContentCoding.BROTLI)) {
      entries.forEach(entry -> cache.compress(entry, List.of(coding, ContentCoding.IDENTITY)));
    }

    assertThat(entries).allMatch(entry -> entry.body().weight() > 30_000);
    await().until(() -> IntStream.range(0, 4).filter(i -> cache.get(key(i)) != null).count() == 1);
  }

  @Test
  void weighsWhatOperationsUsed() {
    ResponseCache cache = cache(100_000);
    Set<String> searches =
        IntStream.range(0, 100).mapToObj(i -> "search " + i).collect(Collectors.toSet());
    var document = new DocumentUsage("query x", Set.of(), Set.of());
    var usage = new UsageSample(document, Set.of(), Set.of(), searches);
    List<ResponseCache.Key> keys =
        IntStream.range(0, 100).mapToObj(ResponseCacheWeightTest::key).toList();

    keys.forEach(key -> cache.put(key, Buffer.buffer("{}"), null, usage, PLAIN));

    assertThat(usage.weight()).isGreaterThan(10_000);
    await().until(() -> keys.stream().filter(key -> cache.get(key) != null).count() < 10);
  }

  @Test
  void remembersAFewShortBodies() {
    ResponseCache cache = cache(100_000);
    List<Buffer> bodies =
        IntStream.range(0, 5_000).mapToObj(i -> Buffer.buffer("body " + i)).toList();
    bodies.forEach(
        body -> {
          assertThat(cache.known(body)).isNull();
          cache.remember(body, "digest of " + body);
          assertThat(cache.known(body)).isEqualTo("digest of " + body);
        });
    await().until(() -> bodies.stream().filter(body -> cache.known(body) != null).count() == 2_000);

    Buffer large = Buffer.buffer("x".repeat(17_000));
    cache.remember(large, "digest");
    assertThat(cache.known(large)).isNull();
    cache.remember(null, "digest of what has no body");
    assertThat(cache.known(null)).isNull();
  }
}
