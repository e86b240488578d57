package dev.prepgraph.common.limits;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Stops cancelled work before its next SQL statement. */
@PersistenceUnitExtension
public class CancellationInspector implements StatementInspector {

  private static final long serialVersionUID = 1L;

  @Override
  public String inspect(String sql) {
    Cancellation.check();
    return sql;
  }
}
