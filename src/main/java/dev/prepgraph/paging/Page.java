package dev.prepgraph.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One page of a connection: what the types of connections are made from.
 *
 * @param nodes in the connection's order, whichever way the page was taken
 * @param cursors one a node
 */
public record Page<T>(List<T> nodes, List<String> cursors, PageInfo pageInfo, int totalCount) {

  /**
   * Makes the page out of what a keyset query found.
   *
   * @param found the rows in the order they were asked for (reversed when the page is taken
   *     backward), one more than the page's size when there are more
   * @param cursor the cursor of a row
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
   * The same page of other objects.
   *
   * @param mapper gives null for what is gone since the page was read; it is left out
   */
  public <R> Page<R> map(Function<T, R> mapper) {
    List<R> mapped = new ArrayList<>(nodes.size());
    List<String> kept = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      R node = mapper.apply(nodes.get(i));
      if (node != null) {
        mapped.add(node);
        kept.add(cursors.get(i));
      }
    }
    return new Page<>(mapped, kept, pageInfo, totalCount);
  }

  /** The edges of the page, in order. */
  public <E> List<E> edges(BiFunction<T, String, E> edge) {
    List<E> edges = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      edges.add(edge.apply(nodes.get(i), cursors.get(i)));
    }
    return edges;
  }
}
