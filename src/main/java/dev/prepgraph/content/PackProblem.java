package dev.prepgraph.content;

import java.util.Comparator;

/**
 * A problem in a content pack.
 *
 * @param file path within the pack
 * @param line from 1
 * @param path JSON Pointer (RFC 6901); empty for the whole file
 * @param message does not repeat the value
 */
public record PackProblem(String file, int line, String path, String message)
    implements Comparable<PackProblem> {

  private static final Comparator<PackProblem> IN_READING_ORDER =
      Comparator.comparing(PackProblem::file)
          .thenComparing(PackProblem::line)
          .thenComparing(PackProblem::path)
          .thenComparing(PackProblem::message);

  @Override
  public int compareTo(PackProblem other) {
    return IN_READING_ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
