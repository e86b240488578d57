package dev.prepgraph.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.sqm.internal.SqmInterpretationsKey;
import org.hibernate.query.sqm.spi.InterpretationsKeySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HqlTest {

  private static final String SELECT = "select g.slug from PublishedGuideEntity g where ";

  @Inject SessionFactory sessions;
  private StatelessSession session;

  @BeforeEach
  void open() {
    session = sessions.openStatelessSession();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private SelectionQuery<String> query(String condition, Object ids) {
    var query = session.createSelectionQuery(SELECT + condition + " order by g.slug", String.class);
    return ids instanceof Collection<?> list
        ? query.setParameterList("ids", list)
        : query.setParameter("ids", ids);
  }

  /** Whether Hibernate keeps the translation of a query to SQL. */
  private static boolean isKept(SelectionQuery<?> query) {
    return SqmInterpretationsKey.createInterpretationsKey((InterpretationsKeySource) query) != null;
  }

  @Test
  void anArrayIsAListWhoseQueryIsTranslatedOnce() {
    List<UUID> some =
        session
            .createSelectionQuery("select g.id from PublishedGuideEntity g", UUID.class)
            .setMaxResults(3)
            .getResultList();
    for (int size = 0; size <= some.size(); size++) {
      List<UUID> ids = some.subList(0, size);
      var array = query("in_array(:ids, g.id)", ids.toArray(UUID[]::new));
      var list = query("g.id in :ids", ids);
      assertThat(array.getResultList()).hasSize(size).isEqualTo(list.getResultList());
      assertThat(isKept(array)).isTrue();
      assertThat(isKept(list)).as("else in_array is of no use").isFalse();
    }
  }
}
