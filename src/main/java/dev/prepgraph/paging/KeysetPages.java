package dev.prepgraph.paging;

import dev.prepgraph.common.Hql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** Reads pages of keyset-ordered lists, each with the total of its list in the same statement. */
@ApplicationScoped
public class KeysetPages {

  @RegisterForReflection
  private record Counted(long total, Object row) {}

  static {
    Hql.learn(
        """
        select (select count(*) from A a where a.b = :b), new c.D(a.b, a.c) from A a where a.b = :b
        and (a.b, a.c) < (:after0, :after1) order by a.b desc, a.c desc limit :limit
        """);
  }

  private final Session session;
  private final Cursors cursors;

  KeysetPages(Session session, Cursors cursors) {
    this.session = session;
    this.cursors = cursors;
  }

  /**
   * Reads a page; one statement, and one more for an empty page behind or before a cursor.
   *
   * @param scope the list with its filter, and the account where it is private
   * @throws dev.prepgraph.common.error.RequestException when a cursor was not given out in this
   *     scope
   */
  public <T> Page<T> read(String scope, KeysetQuery<T> query, PageRequest request) {
    PageRequest page = cursors.read(scope, request);
    Map<String, Object> parameters = new HashMap<>(query.parameters);
    String hql =
        "select (%6$s), new %2$s(%3$s) %1$s%4$s%5$s limit :limit"
            .formatted(
                query.from(),
                query.row.getName(),
                query.components,
                query.keyset.bounds(page, parameters),
                query.keyset.order(page),
                query.total());
    parameters.put("limit", page.size() + 1);
    List<Counted> counted = select(hql, Counted.class, parameters).getResultList();
    List<T> found = counted.stream().map(row -> query.row.cast(row.row())).toList();
    boolean bounded = page.after() != null || page.before() != null;
    long total = counted.isEmpty() ? (bounded ? count(query) : 0) : counted.get(0).total();
    return Page.of(
        page, found, row -> cursors.print(scope, query.keyset.print(row)), Math.toIntExact(total));
  }

  private long count(KeysetQuery<?> query) {
    return select(query.total(), Long.class, query.parameters).getSingleResult();
  }

  private <R> SelectionQuery<R> select(String hql, Class<R> type, Map<String, Object> parameters) {
    SelectionQuery<R> query = session.createSelectionQuery(hql, type);
    parameters.forEach(query::setParameter);
    return query;
  }
}
