package dev.prepgraph.answer;

import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.node.EntityKind;
import dev.prepgraph.node.NodeLoader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Loads the user's saved answers by id. */
class AnswerNodes {

  @Produces
  @Singleton
  NodeLoader nodes(AnswerService answers) {
    return new NodeLoader(SavedAnswer.KIND, answers::byIds);
  }

  @Produces
  @Singleton
  EntityKind entities() {
    return new EntityKind(SavedAnswer.class.getSimpleName(), SavedAnswer.KIND, null);
  }
}
