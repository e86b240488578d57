package dev.prepgraph.account;

import static dev.prepgraph.Published.questions;
import static dev.prepgraph.answer.Answers.save;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.IdentityProvider;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Guarantees of the database about private data, independent of the service's code. */
@QuarkusTest
class PrivateTablesTest {

  /**
   * Every table but those that everybody may read, the editors', the partners', the budgets' and
   * the migrations'.
   */
  private static final String PRIVATE =
      """
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm')
        and n.nspname not in ('catalogue', 'content', 'budget', 'partner', 'public', 'pg_catalog', 'information_schema', 'pg_toast')
      """;

  @Inject DataSource database;

  private List<String> rows(String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        for (int i = 0; i < statements.length - 1; i++) {
          statement.execute(statements[i]);
        }
        ResultSet result = statement.executeQuery(statements[statements.length - 1]);
        List<String> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(result.getString(1));
        }
        return rows;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private List<String> tables() throws SQLException {
    return rows("select n.nspname || '.' || c.relname " + PRIVATE + " order by 1");
  }

  @Test
  void areAllBehindForcedRowLevelSecurity() throws SQLException {
    assertThat(tables())
        .contains("viewer.account", "answer.saved_answer", "answer.answer_revision");
    assertThat(
            rows(
                "select n.nspname || '.' || c.relname "
                    + PRIVATE
                    + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
        .isEmpty();
    assertThat(
            rows(
                "select polname || ' of ' || polrelid::regclass from pg_policy where polroles = '{0}'"))
        .isEmpty();
  }

  @Test
  void showNothingToOtherUsers() throws SQLException {
    User user = User.unknown();
    save(user, questions(1).get(0), 0, "body", "a secret");
    for (String table : tables()) {
      if (rows("select has_table_privilege('prepgraph_candidate', '" + table + "', 'select')")
          .contains("t")) {
        assertThat(rows("set local role prepgraph_candidate", "select count(*) from " + table))
            .describedAs(table)
            .containsExactly("0");
      }
    }
    assertThat(
            rows(
                "select * from viewer.enter('"
                    + IdentityProvider.url()
                    + "', '"
                    + user.subject()
                    + "', false)",
                "select count(*) from answer.saved_answer"))
        .containsExactly("1");
  }

  @Test
  void areAccessedByARoleWithoutOtherRights() throws SQLException {
    assertThat(
            rows(
                """
                select 'x' from pg_roles where rolname = 'prepgraph_candidate'
                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)
                """))
        .isEmpty();
    assertThat(rows("select relname from pg_class where relowner = 'prepgraph_candidate'::regrole"))
        .isEmpty();
    assertThat(
            rows(
                """
                select table_schema || '.' || table_name from information_schema.role_table_grants
                where grantee = 'prepgraph_candidate' and table_schema in ('catalogue', 'content', 'public')
                  and privilege_type <> 'SELECT'
                """))
        .isEmpty();
  }

  @Test
  void leaveNothingOnAPooledConnection() throws SQLException {
    User user = User.unknown();
    save(user, questions(1).get(0), 0, "body", "a secret");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select * from viewer.enter('"
              + IdentityProvider.url()
              + "', '"
              + user.subject()
              + "', true)");
      connection.commit();
      ResultSet left =
          statement.executeQuery(
              "select current_user = session_user, coalesce(current_setting('prepgraph.account', true), '')"
                  + " || coalesce(current_setting('prepgraph.subject', true), '')");
      left.next();
      assertThat(left.getBoolean(1)).isTrue();
      assertThat(left.getString(2)).isEmpty();
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Tables that are distributed by one column can have no others. */
  @Test
  void haveTheAccountInEveryKey() throws SQLException {
    // The accounts themselves are found by issuer and subject: a distributed database copies that
    // table to every node.
    String keys =
        """
        select i.indrelid::regclass || ' (' || pg_get_indexdef(i.indexrelid) || ')'
        from pg_index i where i.indisunique and i.indrelid in (select c.oid %s and c.relname <> 'account')
          and not exists (select from pg_attribute a
            where a.attrelid = i.indrelid and a.attnum = any(i.indkey) and a.attname = 'account_id')
        """;
    assertThat(rows(keys.formatted(PRIVATE))).isEmpty();
    String references =
        """
        select f.conrelid::regclass || ': ' || pg_get_constraintdef(f.oid)
        from pg_constraint f where f.contype = 'f' and f.conrelid in (select c.oid %s)
          and not exists (select from pg_attribute a
            where a.attrelid = f.conrelid and a.attnum = any(f.conkey) and a.attname = 'account_id')
        """;
    assertThat(rows(references.formatted(PRIVATE))).isEmpty();
  }
}
