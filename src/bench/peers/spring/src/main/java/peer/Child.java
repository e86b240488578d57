package peer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A row of a batch: a value and the key of what it belongs to. */
public record Child<T>(UUID parent, T value) {

  static <P, T> Map<P, List<T>> group(
      List<P> parents, Function<P, UUID> key, List<Child<T>> children) {
    Map<UUID, List<T>> byParent =
        children.stream().collect(groupingBy(Child::parent, mapping(Child::value, toList())));
    return parents.stream()
        .collect(
            toMap(
                Function.identity(), parent -> byParent.getOrDefault(key.apply(parent), List.of())));
  }
}
