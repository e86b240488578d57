package dev.prepgraph.interview;

import dev.prepgraph.interview.schema.Interview;
import dev.prepgraph.node.NodeLoader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Serves the user's own interviews to {@code node} and {@code nodes}. */
@ApplicationScoped
class InterviewNodes implements NodeLoader {

  private final InterviewService interviews;

  InterviewNodes(InterviewService interviews) {
    this.interviews = interviews;
  }

  @Override
  public char kind() {
    return InterviewService.KIND;
  }

  @Override
  public Map<UUID, Interview> load(Collection<UUID> keys) {
    return interviews.byIds(keys);
  }
}
