package dev.prepgraph.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A page of a connection.
 *
 * @param nodes in the order of the connection, also when paging backward
 * @param cursors of the nodes
 */
public record Page<T>(List<T> nodes, List<String> cursors, PageInfo pageInfo, int totalCount) {

  /**
   * Builds a page from the rows of a keyset query.
   *
   * @param found in the order of the query, reversed when paging backward; one more than the size
   *     of the page where there are more
   */
  public static <T> Page<T> of(
      PageRequest request, List<T> found, Function<T, String> cursor, int totalCount) {
    boolean more = found.size() > request.size();
    List<T> nodes = new ArrayList<>(more ? found.subList(0, request.size()) : found);
    if (request.backward()) {
      Collections.reverse(nodes);
    }
    List<String> cursors = nodes.stream().map(cursor).toList();
    boolean next = request.backward() ? request.before() != null : more;
    boolean previous = request.backward() ? more : request.after() != null;
    var info =
        new PageInfo(
            next,
            previous,
            cursors.isEmpty() ? null : cursors.get(0),
            cursors.isEmpty() ? null : cursors.get(cursors.size() - 1));
    return new Page<>(List.copyOf(nodes), cursors, info, totalCount);
  }

  /**
   * Builds a page from all objects of a list, in its order.
   *
   * @param within whether an object is between the cursors of the request
   */
  public static <T> Page<T> among(
      PageRequest request, List<T> all, Predicate<T> within, Function<T, String> cursor) {
    List<T> found = new ArrayList<>(all);
    found.removeIf(within.negate());
    if (request.backward()) {
      Collections.reverse(found);
    }
    return of(request, found, cursor, all.size());
  }

  /**
   * Maps the nodes.
   *
   * @param mapper returns null for nodes to omit, such as those deleted meanwhile
   */
  public <R> Page<R> map(Function<T, R> mapper) {
    List<R> mapped = new ArrayList<>(nodes.size());
    List<String> remaining = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      R node = mapper.apply(nodes.get(i));
      if (node != null) {
        mapped.add(node);
        remaining.add(cursors.get(i));
      }
    }
    return new Page<>(mapped, remaining, pageInfo, totalCount);
  }

  public <E> List<E> edges(BiFunction<T, String, E> edge) {
    return IntStream.range(0, nodes.size())
        .mapToObj(i -> edge.apply(nodes.get(i), cursors.get(i)))
        .toList();
  }
}
