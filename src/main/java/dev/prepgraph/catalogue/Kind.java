package dev.prepgraph.catalogue;

import dev.prepgraph.graphql.NodeId;
import java.util.UUID;

/**
 * The kinds of objects that the catalogue publishes, with their letter in node ids and their table.
 */
enum Kind {
  GUIDE('G', "catalogue.guide"),
  QUESTION('Q', "catalogue.question"),
  CRITERION('C', null);

  final char letter;
  final String table;

  Kind(char letter, String table) {
    this.letter = letter;
    this.table = table;
  }

  String nodeId(UUID key) {
    return NodeId.of(letter, key);
  }
}
