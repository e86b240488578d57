package dev.prepgraph.catalogue.model;

import dev.prepgraph.node.NodeId;
import java.util.UUID;

/**
 * The kinds of objects that the catalogue publishes, with their letter in node ids and their table.
 */
public enum Kind {
  GUIDE('G', "catalogue.guide"),
  QUESTION('Q', "catalogue.question"),
  CRITERION('C', null);

  public final char letter;
  public final String table;

  Kind(char letter, String table) {
    this.letter = letter;
    this.table = table;
  }

  public String nodeId(UUID key) {
    return NodeId.of(letter, key);
  }
}
