package dev.prepgraph.practice.session;

import dev.prepgraph.node.NodeLoader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Serves the user's own sessions to {@code node} and {@code nodes}. */
@ApplicationScoped
class SessionNodes implements NodeLoader {

  private final SessionService sessions;

  SessionNodes(SessionService sessions) {
    this.sessions = sessions;
  }

  @Override
  public char kind() {
    return SessionService.KIND;
  }

  @Override
  public Map<UUID, PracticeSession> load(Collection<UUID> keys) {
    return sessions.byIds(keys);
  }
}
