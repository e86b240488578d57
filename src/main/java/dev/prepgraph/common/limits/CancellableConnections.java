package dev.prepgraph.common.limits;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;

/** Knows which work holds which pooled connection, so that its statements can be cancelled. */
@ApplicationScoped
class CancellableConnections implements AgroalPoolInterceptor {

  /** The same for the connections to the standby. */
  @ApplicationScoped
  @DataSource("standby")
  static class OnStandby extends CancellableConnections {}

  private final Map<PGConnection, Cancellation> users = new ConcurrentHashMap<>();

  /** Must not throw: the pool would lose the connection. */
  @Override
  public void onConnectionAcquire(Connection connection) {
    Cancellation user = Cancellation.current();
    PGConnection postgres = unwrap(connection);
    if (user != null && postgres != null) {
      users.put(postgres, user);
      user.uses(postgres);
    }
  }

  /** Waits for a cancellation that is under way: it must not hit the next user's statement. */
  @Override
  public void onConnectionReturn(Connection connection) {
    PGConnection postgres = unwrap(connection);
    Cancellation user = postgres == null ? null : users.remove(postgres);
    if (user != null) {
      user.returns(postgres);
    }
  }

  @Override
  public void onConnectionDestroy(Connection connection) {
    onConnectionReturn(connection);
  }

  private static PGConnection unwrap(Connection connection) {
    try {
      return connection.unwrap(PGConnection.class);
    } catch (SQLException e) {
      return null;
    }
  }
}
