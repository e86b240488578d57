package dev.prepgraph.answer;

import dev.prepgraph.answer.schema.AnswerRevision;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Answers that were loaded together: a page of the histories of all is read at once, when that of
 * one is asked for.
 */
public final class AnswerBatch {

  private final List<UUID> answers;
  private final Map<PageRequest, Map<UUID, Page<AnswerRevision>>> histories = new HashMap<>();

  AnswerBatch(List<UUID> answers) {
    this.answers = answers;
  }

  List<UUID> answers() {
    return answers;
  }

  /** The same page of the history of each answer. */
  synchronized Map<UUID, Page<AnswerRevision>> histories(
      PageRequest page, Supplier<Map<UUID, Page<AnswerRevision>>> reader) {
    return histories.computeIfAbsent(page, p -> reader.get());
  }
}
