package dev.prepgraph.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of a list whose most significant key is not unique: the positions in all guides. */
@QuarkusTest
class KeysetPagesTest {

  /** A row of the list. */
  public record Row(int position, UUID guide) {}

  private static final String COMPONENTS = "q.key.position, q.key.guideId";
  private static final String FROM = "from GuideQuestionEntity q where true";
  private static final Keyset<Row> KEYSET =
      new Keyset<>(
          List.of(Keyset.Key.number("q.key.position"), Keyset.Key.id("q.key.guideId")),
          row -> List.of(row.position(), row.guide()));

  @Inject KeysetPages pages;
  @Inject SessionFactory sessions;

  /** The rows up to a position in the order of the list; PostgreSQL orders UUIDs as their texts. */
  private List<Row> rows(int max) {
    return sessions
        .fromSession(
            session ->
                session
                    .createSelectionQuery("select " + COMPONENTS + " " + FROM, Row.class)
                    .getResultList())
        .stream()
        .filter(row -> row.position() <= max)
        .sorted(
            Comparator.comparing(Row::position)
                .thenComparing(row -> row.guide().toString())
                .reversed())
        .toList();
  }

  private Page<Row> read(int max, PageRequest request) {
    KeysetQuery<Row> query =
        new KeysetQuery<>(Row.class, COMPONENTS, FROM, KEYSET)
            .where("q.key.position <= :max", "max", max)
            .where("q.key.position <= :unused", "unused", null);
    return QuarkusTransaction.requiringNew().call(() -> pages.read("test " + max, query, request));
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "1, 1", "2, 4", "3, 7", "5, 13", "9, 100"})
  void visitsEveryRowOnceInOrder(int max, int size) {
    List<Row> rows = rows(max);
    List<Row> forward = new ArrayList<>();
    PageRequest next = PageRequest.of(size, null, null, null);
    while (next != null) {
      Page<Row> page = read(max, next);
      forward.addAll(page.nodes());
      assertThat(page.totalCount()).isEqualTo(rows.size());
      assertThat(page.pageInfo().hasPreviousPage()).isEqualTo(next.after() != null);
      String end = page.pageInfo().endCursor();
      next = page.pageInfo().hasNextPage() ? PageRequest.of(size, end, null, null) : null;
    }
    assertThat(forward).isEqualTo(rows);

    List<Row> backward = new ArrayList<>();
    PageRequest previous = PageRequest.of(null, null, size, null);
    while (previous != null) {
      Page<Row> page = read(max, previous);
      backward.addAll(0, page.nodes());
      assertThat(page.totalCount()).isEqualTo(rows.size());
      assertThat(page.pageInfo().hasNextPage()).isEqualTo(previous.before() != null);
      String start = page.pageInfo().startCursor();
      previous = page.pageInfo().hasPreviousPage() ? PageRequest.of(null, null, size, start) : null;
    }
    assertThat(backward).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "1, 3", "2, 3", "3, 2", "4, 4"})
  void boundsAPageOnBothSides(int after, int before) {
    List<String> cursors = read(9, PageRequest.of(5, null, null, null)).cursors();

    Page<Row> page = read(9, PageRequest.of(100, cursors.get(after), null, cursors.get(before)));

    List<Row> rows = rows(9);
    assertThat(page.nodes())
        .isEqualTo(before > after ? rows.subList(after + 1, before) : List.of());
    assertThat(page.totalCount()).isEqualTo(rows.size());
  }
}
