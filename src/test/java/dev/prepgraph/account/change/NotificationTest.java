package dev.prepgraph.account.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.node.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NotificationTest {

  private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

  @Property
  void isReadAsItIsPrinted(
      @ForAll ViewerChangeKind kind, @ForAll boolean deleted, @ForAll boolean one) {
    String node = one || deleted ? NodeId.of('A', ID) : null;
    var notification = new Notification(ID, new AccountChange(kind, node, deleted));
    assertThat(Notification.parse(notification.print())).isEqualTo(notification);
  }

  @Example
  void isReadInOtherVersions() {
    var erased = new Notification(ID, null);
    assertThat(Notification.parse(erased.print())).isEqualTo(erased);
    assertThat(Notification.parse(Notification.ALL.print())).isEqualTo(Notification.ALL);
    assertThat(Notification.parse("probe x")).isNull();
    assertThat(Notification.parse(ID + " NEWER x saved"))
        .isEqualTo(new Notification(ID, AccountChange.RESYNC));
    assertThat(Notification.parse("another format")).isEqualTo(Notification.ALL);
    assertThat(Notification.parse(ID + " PLAN")).isEqualTo(Notification.ALL);
    assertThat(Notification.parse("")).isEqualTo(Notification.ALL);
  }

  private static Notification plan(int number) {
    UUID id = new UUID(0, number);
    return new Notification(ID, AccountChange.saved(ViewerChangeKind.PLAN, 'P', id));
  }

  @Example
  void isSentInOrderAfterAFailure() {
    var waiting = new WaitingNotifications();
    IntStream.range(0, 3).forEach(i -> waiting.add(plan(i)));
    List<Notification> batch = waiting.poll(2);
    assertThat(batch).containsExactly(plan(0), plan(1));
    waiting.add(plan(3));
    waiting.putBack(batch);
    assertThat(waiting.poll(10)).containsExactly(plan(0), plan(1), plan(2), plan(3));
    assertThat(waiting.isEmpty()).isTrue();
  }

  /** Nothing else ends the streams of an erased account. */
  @Example
  void isNotLostForAnErasure() {
    var waiting = new WaitingNotifications();
    var erased = new Notification(ID, null);
    waiting.add(erased);
    IntStream.range(0, WaitingNotifications.MAX).forEach(i -> waiting.add(plan(i)));
    waiting.putBack(waiting.poll(1));
    assertThat(waiting.poll(10)).containsExactly(erased, Notification.ALL);
  }

  @Example
  void areBoundedAlsoForErasures() {
    var waiting = new WaitingNotifications();
    IntStream.range(0, 2 * WaitingNotifications.MAX)
        .forEach(i -> waiting.add(new Notification(new UUID(1, i), null)));
    assertThat(waiting.poll(Integer.MAX_VALUE)).hasSize(WaitingNotifications.MAX);
  }

  /** At once, and again at once while the outage lasts. */
  @Example
  void rejectsSubscriptionsDuringAnOutage() {
    var listener = new ChangeListener(null, null, null);
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> listener.start(notification -> {}))
          .isInstanceOfSatisfying(
              RequestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }
    listener.stop(null);
    // Each would wait for five seconds.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
  }

  @Example
  void isOneForManyChangesOfAKind() {
    AccountChanges.begin();
    try {
      AccountChanges.add(AccountChange.several(ViewerChangeKind.PREFERENCES));
      IntStream.range(0, 100)
          .forEach(
              i ->
                  AccountChanges.add(
                      AccountChange.saved(ViewerChangeKind.PLAN, 'P', new UUID(0, i))));
      assertThat(AccountChanges.current())
          .isEqualTo(
              List.of(
                  AccountChange.several(ViewerChangeKind.PREFERENCES),
                  AccountChange.several(ViewerChangeKind.PLAN)));
    } finally {
      AccountChanges.end();
    }
    assertThat(AccountChanges.current()).isEmpty();
  }

  @Example
  void isADeletionOfWhatWasSavedAndDeleted() {
    AccountChanges.begin();
    try {
      String node = NodeId.of('P', ID);
      AccountChange deleted = AccountChange.deleted(ViewerChangeKind.PLAN, node);
      AccountChanges.add(deleted);
      AccountChanges.add(AccountChange.saved(ViewerChangeKind.PLAN, 'P', ID));
      assertThat(AccountChanges.current()).containsExactly(deleted);
    } finally {
      AccountChanges.end();
    }
  }
}
