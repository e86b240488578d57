package dev.prepgraph.catalogue.model;

import dev.prepgraph.node.NodeId;
import java.util.UUID;

/** The kinds of objects that the catalogue publishes, with their letter in node ids. */
public enum Kind {
  GUIDE('G'),
  QUESTION('Q'),
  CRITERION('C');

  public final char letter;

  Kind(char letter) {
    this.letter = letter;
  }

  public String nodeId(UUID key) {
    return NodeId.of(letter, key);
  }
}
