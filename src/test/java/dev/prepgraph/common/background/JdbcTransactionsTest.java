package dev.prepgraph.common.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.Stub;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class JdbcTransactionsTest {

  @Test
  void reportsWhyTheWorkFailedAlthoughTheRollbackFails() {
    PreparedStatement statement =
        Stub.of(
            PreparedStatement.class,
            (proxy, method, arguments) -> method.getName().equals("execute") ? true : null);
    Connection connection =
        Stub.of(
            Connection.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "prepareStatement" -> statement;
                  case "rollback" -> throw new SQLException("The connection is closed");
                  default -> null;
                });
    DataSource database = Stub.of(DataSource.class, (proxy, method, arguments) -> connection);
    var transactions = new JdbcTransactions(database, Clock.systemUTC());

    assertThatThrownBy(
            () ->
                transactions.call(
                    open -> {
                      throw new SQLException("The server shuts down");
                    }))
        .hasMessage("The server shuts down")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .hasToString("java.sql.SQLException: The connection is closed"));
  }
}
