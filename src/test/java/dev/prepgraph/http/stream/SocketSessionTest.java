package dev.prepgraph.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SocketSessionTest {

  private final SocketSession session = new SocketSession(null, null);

  private SocketResults operation() {
    var results = new SocketResults(session, "1");
    session.operations.put("1", new Operation(null, null, null, results));
    return results;
  }

  /** The first operation ends while its client completes it and uses its id again. */
  @Test
  void aLateEndLeavesTheNextOperationOfTheId() {
    SocketResults first = operation();
    SocketResults second = operation();

    assertThat(session.finished(first)).isFalse();
    assertThat(session.operations).containsKey("1");

    assertThat(session.finished(second)).isTrue();
    assertThat(session.finished(second)).isFalse();
    assertThat(session.operations).isEmpty();
  }
}
