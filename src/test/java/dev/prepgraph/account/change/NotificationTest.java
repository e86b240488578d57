package dev.prepgraph.account.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.node.NodeId;
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
