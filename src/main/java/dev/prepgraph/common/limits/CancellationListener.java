package dev.prepgraph.common.limits;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.hibernate.SessionEventListener;

/** Stops cancelled work before its next SQL statement. */
@RegisterForReflection
public class CancellationListener implements SessionEventListener {

  private static final long serialVersionUID = 1L;

  @Override
  public void jdbcPrepareStatementStart() {
    Cancellation.check();
  }
}
