package dev.prepgraph.content;

import java.util.List;
import java.util.TreeSet;

/** Rejects a content pack, with all its mistakes. */
public final class PackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<PackProblem> problems;

  PackException(List<PackProblem> problems) {
    super(problems.size() + " mistakes in the pack");
    this.problems = List.copyOf(new TreeSet<>(problems));
  }

  /** The mistakes by file and line, none twice. */
  public List<PackProblem> problems() {
    return problems;
  }
}
