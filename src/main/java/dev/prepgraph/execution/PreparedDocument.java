package dev.prepgraph.execution;

import dev.prepgraph.execution.fetching.Selections;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A valid document, and what is compiled of it.
 *
 * @param sizes of the operations that declare no variables, each computed at its first use
 */
public record PreparedDocument(
    Document document,
    Selections selections,
    Map<OperationDefinition, OperationAnalysis.Size> sizes) {

  PreparedDocument(Document document) {
    this(document, new Selections(document), new ConcurrentHashMap<>());
  }
}
