package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HttpMemoryTest {

  private static final long LIMIT = 1 << 20;

  /** Requests begin, arrive and end in any order. */
  @Property(tries = 200)
  void staysWithinItsLimitAndReleasesEverything(@ForAll long seed) {
    var random = new Random(seed);
    var memory = new HttpMemory(LIMIT);
    List<HttpMemory.Share> shares = new ArrayList<>();
    int[] evicted = new int[1];
    for (int i = 0; i < 300; i++) {
      int action = random.nextInt(4);
      if (action < 2 || shares.isEmpty()) {
        HttpMemory.Share share = memory.request(random.nextInt(40_000), () -> evicted[0]++);
        if (share != null) {
          shares.add(share);
        }
      } else if (action == 2) {
        shares.get(random.nextInt(shares.size())).pin(0);
      } else {
        HttpMemory.Share share = shares.get(random.nextInt(shares.size()));
        share.release();
        share.release();
      }
      assertThat(memory.used()).isBetween(0L, LIMIT);
    }
    assertThat(evicted[0]).isLessThanOrEqualTo(shares.size());
    shares.forEach(HttpMemory.Share::release);
    assertThat(memory.used()).isZero();
  }
}
