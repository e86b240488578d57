package dev.prepgraph.content;

import java.util.List;
import java.util.TreeSet;

/** Rejects a content pack with all its problems. */
public final class PackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<PackProblem> problems;

  PackException(List<PackProblem> problems) {
    super(problems.size() + " problems in the pack");
    this.problems = List.copyOf(new TreeSet<>(problems));
  }

  /** Distinct problems by file and line. */
  public List<PackProblem> problems() {
    return problems;
  }
}
