package dev.prepgraph.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

class KeysetTest {

  private record Row(Instant at, int number, UUID id) {}

  private static final Keyset<Row> KEYSET =
      new Keyset<>(
          List.of(Keyset.Key.time("x.at"), Keyset.Key.number("x.number"), Keyset.Key.id("x.id")),
          row -> List.of(row.at(), row.number(), row.id()));

  @Property
  void parsesThePrintedKeys(
      @ForAll Instant at, @ForAll int number, @ForAll long most, @ForAll long least) {
    Row row = new Row(at, number, new UUID(most, least));
    Map<String, Object> parameters = new HashMap<>();

    String bounds =
        KEYSET.bounds(new PageRequest(1, false, KEYSET.print(row), KEYSET.print(row)), parameters);

    assertThat(bounds)
        .isEqualTo(
            " and (x.at, x.number, x.id) < (:after0, :after1, :after2)"
                + " and (x.at, x.number, x.id) > (:before0, :before1, :before2)");
    assertThat(parameters)
        .hasSize(6)
        .containsEntry("after0", at)
        .containsEntry("after1", number)
        .containsEntry("after2", row.id())
        .containsEntry("before0", at)
        .containsEntry("before1", number)
        .containsEntry("before2", row.id());
  }

  private record Named(String name, UUID id) {}

  @Property
  void comparesByFunctionsInBothDirections(
      @ForAll @CharRange(from = '\u0001', to = '\uffff') String name,
      @ForAll long most,
      @ForAll OrderDirection direction,
      @ForAll boolean backward) {
    Keyset<Named> keyset =
        new Keyset<>(
            direction,
            List.of(Keyset.Key.lowerCase("x.name"), Keyset.Key.id("x.id")),
            named -> List.of(named.name(), named.id()));
    String printed = keyset.print(new Named(name, new UUID(most, 1)));
    Map<String, Object> parameters = new HashMap<>();
    PageRequest page = new PageRequest(1, backward, printed, null);

    boolean ascending = direction == OrderDirection.ASC;
    assertThat(keyset.bounds(page, parameters))
        .isEqualTo(
            " and (lower(x.name), x.id) %s (lower(:after0), :after1)"
                .formatted(ascending ? ">" : "<"));
    assertThat(parameters).isEqualTo(Map.of("after0", name, "after1", new UUID(most, 1)));
    String order = ascending == backward ? "desc" : "asc";
    assertThat(keyset.order(page))
        .isEqualTo(" order by lower(x.name) %1$s, x.id %1$s".formatted(order));
  }
}
