package dev.prepgraph.viewer;

import dev.prepgraph.graphql.ErrorCode;
import dev.prepgraph.graphql.RequestException;
import jakarta.enterprise.context.RequestScoped;

/**
 * How much private text one request may read. The cost of a query counts fields, whatever they
 * hold; a user's own texts, asked for again and again under other names, would fill the heap.
 */
@RequestScoped
public class ReadBudget {

  /** In characters: 400 texts of the greatest length. */
  public static final int CHARACTERS = 8_000_000;

  private long left = CHARACTERS;

  /**
   * Takes note of what was read.
   *
   * @param texts nulls count nothing
   * @throws RequestException when it is too much
   */
  public void charge(String... texts) {
    for (String text : texts) {
      left -= text == null ? 0 : text.length();
    }
    if (left < 0) {
      throw new RequestException(
          ErrorCode.TOO_COMPLEX,
          "This is more text than one request may read; ask for fewer entries at a time");
    }
  }
}
