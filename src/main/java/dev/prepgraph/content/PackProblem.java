package dev.prepgraph.content;

import java.util.Comparator;

/**
 * A mistake in a content pack.
 *
 * @param file the path within the pack
 * @param line where it is, from 1
 * @param path the JSON Pointer (RFC 6901) of the mistake; empty for the whole file
 * @param message without the value
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
