package dev.prepgraph.execution;

import dev.prepgraph.execution.fetching.Selections;
import graphql.language.Document;

/** A valid document, and what is compiled of it. */
public record PreparedDocument(Document document, Selections selections) {

  PreparedDocument(Document document) {
    this(document, new Selections());
  }
}
