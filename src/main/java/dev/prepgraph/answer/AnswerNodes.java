package dev.prepgraph.answer;

import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.node.NodeLoader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Serves the user's own answers to {@code node} and {@code nodes}. */
@ApplicationScoped
class AnswerNodes implements NodeLoader {

  private final AnswerService answers;

  AnswerNodes(AnswerService answers) {
    this.answers = answers;
  }

  @Override
  public char kind() {
    return AnswerService.KIND;
  }

  @Override
  public Map<UUID, SavedAnswer> load(Collection<UUID> keys) {
    return answers.byIds(keys);
  }
}
