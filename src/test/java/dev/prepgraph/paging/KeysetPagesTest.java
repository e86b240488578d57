package dev.prepgraph.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of a list whose most significant key is not unique. */
@QuarkusTest
class KeysetPagesTest {

  /** A row of the list. */
  public record Row(int group, int number) {}

  private static final Keyset<Row> KEYSET =
      new Keyset<>(
          List.of(Keyset.Key.number("mod(n * 7, 5)"), Keyset.Key.number("n + 0")),
          row -> List.of(row.group(), row.number()));

  @Inject KeysetPages pages;

  private static List<Row> rows(int size) {
    return IntStream.rangeClosed(1, size)
        .mapToObj(n -> new Row(n * 7 % 5, n))
        .sorted(Comparator.comparing(Row::group).thenComparing(Row::number).reversed())
        .toList();
  }

  private Page<Row> read(int size, PageRequest request) {
    KeysetQuery<Row> query =
        new KeysetQuery<>(
                Row.class,
                "mod(n * 7, 5), n + 0",
                "from generate_series(1, 100) n where true",
                KEYSET)
            .where("n + 0 <= :size", "size", size)
            .where("n + 0 <= :unused", "unused", null);
    return QuarkusTransaction.requiringNew().call(() -> pages.read("test " + size, query, request));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "7, 1", "7, 3", "12, 4", "23, 5", "23, 22", "23, 23", "23, 100"})
  void visitsEveryRowOnceInOrder(int size, int first) {
    List<Row> forward = new ArrayList<>();
    PageRequest next = PageRequest.of(first, null, null, null);
    while (next != null) {
      Page<Row> page = read(size, next);
      forward.addAll(page.nodes());
      assertThat(page.totalCount()).isEqualTo(size);
      assertThat(page.pageInfo().hasPreviousPage()).isEqualTo(next.after() != null);
      String end = page.pageInfo().endCursor();
      next = page.pageInfo().hasNextPage() ? PageRequest.of(first, end, null, null) : null;
    }
    assertThat(forward).isEqualTo(rows(size));

    List<Row> backward = new ArrayList<>();
    PageRequest previous = PageRequest.of(null, null, first, null);
    while (previous != null) {
      Page<Row> page = read(size, previous);
      backward.addAll(0, page.nodes());
      assertThat(page.totalCount()).isEqualTo(size);
      assertThat(page.pageInfo().hasNextPage()).isEqualTo(previous.before() != null);
      String start = page.pageInfo().startCursor();
      previous =
          page.pageInfo().hasPreviousPage() ? PageRequest.of(null, null, first, start) : null;
    }
    assertThat(backward).isEqualTo(rows(size));
  }

  @ParameterizedTest
  @CsvSource({"0, 11", "3, 7", "5, 6", "6, 5", "11, 11"})
  void bounds(int after, int before) {
    List<Row> rows = rows(12);
    List<String> cursors = read(12, PageRequest.of(12, null, null, null)).cursors();

    Page<Row> page = read(12, PageRequest.of(100, cursors.get(after), null, cursors.get(before)));

    assertThat(page.nodes())
        .isEqualTo(before > after ? rows.subList(after + 1, before) : List.of());
    assertThat(page.totalCount()).isEqualTo(12);
  }
}
