package dev.prepgraph.plan;

import dev.prepgraph.TestClock;
import dev.prepgraph.User;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A user on Monday, 1 March 2027. */
abstract class PlansOnAMonday {

  @Inject TestClock clock;

  final User user = User.unknown();

  @BeforeEach
  void stopTheClock() {
    clock.set("2027-03-01T09:00:00Z");
  }

  @AfterEach
  void letTheClockRun() {
    clock.set(null);
  }
}
