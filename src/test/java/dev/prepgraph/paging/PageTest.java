package dev.prepgraph.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.common.error.RequestException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PageTest {

  /** A keyset query over 0..size-1. */
  private static Page<Integer> page(int size, PageRequest request) {
    int after = request.after() == null ? -1 : Integer.parseInt(request.after());
    int before = request.before() == null ? size : Integer.parseInt(request.before());
    List<Integer> found =
        new ArrayList<>(
            IntStream.range(0, size).filter(i -> i > after && i < before).boxed().toList());
    if (request.backward()) {
      Collections.reverse(found);
    }
    return Page.of(
        request, found.subList(0, Math.min(found.size(), request.size() + 1)), i -> "" + i, size);
  }

  @Property
  void walksTheWholeListForwardInOrder(
      @ForAll @IntRange(max = 250) int size, @ForAll @IntRange(min = 1, max = 100) int first) {
    List<Integer> seen = new ArrayList<>();
    String after = null;
    boolean more = true;
    while (more) {
      Page<Integer> page = page(size, PageRequest.of(first, after, null, null));
      seen.addAll(page.nodes());
      assertThat(page.totalCount()).isEqualTo(size);
      assertThat(page.pageInfo().hasPreviousPage()).isEqualTo(after != null);
      after = page.pageInfo().endCursor();
      more = page.pageInfo().hasNextPage();
    }
    assertThat(seen).isEqualTo(IntStream.range(0, size).boxed().toList());
  }

  @Property
  void walksTheWholeListBackwardInTheSameOrder(
      @ForAll @IntRange(max = 250) int size, @ForAll @IntRange(min = 1, max = 100) int last) {
    List<Integer> seen = new ArrayList<>();
    String before = null;
    boolean more = true;
    while (more) {
      Page<Integer> page = page(size, PageRequest.of(null, null, last, before));
      seen.addAll(0, page.nodes());
      assertThat(page.pageInfo().hasNextPage()).isEqualTo(before != null);
      before = page.pageInfo().startCursor();
      more = page.pageInfo().hasPreviousPage();
    }
    assertThat(seen).isEqualTo(IntStream.range(0, size).boxed().toList());
  }

  @Property
  void anEmptyPageTellsWhatSurroundsIt(
      @ForAll @IntRange(max = 3) int size, @ForAll @IntRange(min = -1, max = 3) int position) {
    String cursor = position < 0 || position >= size ? null : "" + position;

    Page<Integer> forward = page(size, PageRequest.of(0, cursor, null, null));
    assertThat(forward.nodes()).isEmpty();
    assertThat(forward.totalCount()).isEqualTo(size);
    assertThat(forward.pageInfo())
        .isEqualTo(
            new PageInfo((cursor == null ? -1 : position) < size - 1, cursor != null, null, null));

    Page<Integer> backward = page(size, PageRequest.of(null, null, 0, cursor));
    assertThat(backward.nodes()).isEmpty();
    assertThat(backward.pageInfo())
        .isEqualTo(
            new PageInfo(cursor != null, (cursor == null ? size : position) > 0, null, null));
  }

  @Example
  void omitsUnmappedNodes() {
    Page<String> page =
        page(4, PageRequest.of(3, null, null, null)).map(i -> i == 1 ? null : "n" + i);

    assertThat(page.nodes()).containsExactly("n0", "n2");
    assertThat(page.cursors()).containsExactly("0", "2");
    assertThat(page.edges((node, cursor) -> node + "@" + cursor)).containsExactly("n0@0", "n2@2");
  }

  @Example
  void rejectsSizesOutOfRange() {
    for (Integer size : new Integer[] {-1, 101, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> PageRequest.of(size, null, null, null))
          .isInstanceOf(RequestException.class)
          .hasMessage("first must be 0 to 100");
      assertThatThrownBy(() -> PageRequest.of(null, null, size, null))
          .isInstanceOf(RequestException.class)
          .hasMessage("last must be 0 to 100");
    }
    assertThatThrownBy(() -> PageRequest.of(1, null, 1, null))
        .isInstanceOf(RequestException.class)
        .hasMessage("Give first or last, not both");
    assertThat(PageRequest.of(null, null, null, null))
        .isEqualTo(new PageRequest(20, false, null, null));
  }
}
