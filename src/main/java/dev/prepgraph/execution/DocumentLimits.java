package dev.prepgraph.execution;

import dev.prepgraph.common.CleanText;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.StringValue;

/** Checks a document's text before it is validated, in one walk. */
final class DocumentLimits {

  private int aliases;
  private int directives;

  private DocumentLimits() {}

  /**
   * Checks a document.
   *
   * @throws RequestException when it is over a limit
   */
  static void check(Document document, LimitsConfig limits) {
    var count = new DocumentLimits();
    count.count(document);
    if (count.aliases > limits.aliases()) {
      throw tooComplex("The document has more than " + limits.aliases() + " aliases");
    }
    if (count.directives > limits.directives()) {
      throw tooComplex("The document has more than " + limits.directives() + " directives");
    }
  }

  static RequestException tooComplex(String message) {
    return new RequestException(ErrorCode.TOO_COMPLEX, message);
  }

  private void count(Node<?> node) {
    if (node instanceof Field field && field.getAlias() != null) {
      aliases++;
    }
    if (node instanceof DirectivesContainer<?> container) {
      directives += container.getDirectives().size();
    }
    if (node instanceof StringValue text) {
      CleanText.check(text.getValue());
    }
    node.getChildren().forEach(this::count);
  }
}
