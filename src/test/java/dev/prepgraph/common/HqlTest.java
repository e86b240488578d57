package dev.prepgraph.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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

  /** The driver prepares a statement on the server at its fifth run. */
  @Test
  @Transactional
  void anArrayIsPlannedOnce() {
    UUID guide =
        session
            .createSelectionQuery("select min(g.id) from PublishedGuideEntity g", UUID.class)
            .getSingleResult();
    for (String table : List.of("question", "question_revision", "guide_question")) {
      session.createNativeMutationQuery("analyze catalogue." + table).executeUpdate();
    }
    String hql =
        """
        select q.slug, %s from PublishedQuestionEntity q
        join QuestionRevisionEntity r on r.key.questionId = q.id and r.key.revision = q.revision
        join GuideQuestionEntity gq on gq.questionId = q.id where in_array(:ids, gq.key.guideId)
        """;
    String sql =
        """
        select q.slug, %s from catalogue.question q
        join catalogue.question_revision r on r.question_id = q.id and r.revision = q.revision
        join catalogue.guide_question gq on gq.question_id = q.id where gq.guide_id = any(:ids)
        """;
    assertThat(genericPlans(guide, hql, text -> session.createSelectionQuery(text, Object[].class)))
        .isPositive();
    assertThat(genericPlans(guide, sql, text -> session.createNativeQuery(text, Object[].class)))
        .as("else in_array needs no subquery")
        .isZero();
  }

  /** How often a query of a guide's questions was run by the plan for any number of guides. */
  private long genericPlans(
      UUID guide, String query, Function<String, SelectionQuery<?>> creation) {
    String marker = "'" + UUID.randomUUID() + "'";
    for (int i = 0; i < 30; i++) {
      SelectionQuery<?> questions = creation.apply(query.formatted(marker));
      assertThat(questions.setParameter("ids", new UUID[] {guide}).getResultList()).isNotEmpty();
    }
    return session
        .createNativeQuery(
            "select sum(generic_plans) from pg_prepared_statements where statement like :marker",
            Long.class)
        .setParameter("marker", "%" + marker + "%")
        .getSingleResult();
  }
}
