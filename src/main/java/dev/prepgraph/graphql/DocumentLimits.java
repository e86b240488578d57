package dev.prepgraph.graphql;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Checks what a document's text alone tells. Its work grows with the document's length, never with
 * what it expands to.
 */
final class DocumentLimits {

  private final LimitsConfig limits;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Integer> fragmentDepths = new HashMap<>();
  private final Map<String, Integer> fragmentFields = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private int aliases;
  private int directives;

  private DocumentLimits(LimitsConfig limits) {
    this.limits = limits;
  }

  /**
   * Checks a document.
   *
   * @throws RequestException when it is over a limit
   */
  static void check(Document document, LimitsConfig limits) {
    var check = new DocumentLimits(limits);
    check.count(document);
    if (check.aliases > limits.aliases()) {
      throw tooComplex("The document has more than " + limits.aliases() + " aliases");
    }
    if (check.directives > limits.directives()) {
      throw tooComplex("The document has more than " + limits.directives() + " directives");
    }
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> check.fragments.putIfAbsent(fragment.getName(), fragment));
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      check.checkDepth(operation.getSelectionSet());
      check.checkMutations(operation);
    }
  }

  private void checkMutations(OperationDefinition operation) {
    if (operation.getOperation() == OperationDefinition.Operation.MUTATION
        && fields(operation.getSelectionSet()) > limits.mutations()) {
      throw tooComplex("The document has more than " + limits.mutations() + " mutations");
    }
  }

  /**
   * How many fields a selection has itself, those of its fragments included; limit + 1 for more.
   */
  private int fields(SelectionSet selections) {
    int count = 0;
    for (Selection<?> selection : selections.getSelections()) {
      if (selection instanceof Field) {
        count++;
      } else if (selection instanceof InlineFragment inline) {
        count += fields(inline.getSelectionSet());
      } else {
        count += fragmentFields(((FragmentSpread) selection).getName());
      }
      if (count > limits.mutations()) {
        return limits.mutations() + 1;
      }
    }
    return count;
  }

  private int fragmentFields(String name) {
    Integer known = fragmentFields.get(name);
    if (known != null || !fragments.containsKey(name) || !open.add(name)) {
      return known == null ? 0 : known;
    }
    int count = fields(fragments.get(name).getSelectionSet());
    open.remove(name);
    fragmentFields.put(name, count);
    return count;
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

  /** Introspection's own fields nest deeply by nature, so they may go twice as deep. */
  private void checkDepth(SelectionSet selections) {
    for (Selection<?> selection : selections.getSelections()) {
      boolean introspection = selection instanceof Field field && field.getName().startsWith("__");
      if (depth(selection) > (introspection ? 2 : 1) * limits.depth()) {
        throw tooComplex("The document is nested deeper than " + limits.depth() + " fields");
      }
    }
  }

  private int depth(SelectionSet selections) {
    int deepest = 0;
    if (selections != null) {
      for (Selection<?> selection : selections.getSelections()) {
        deepest = Math.max(deepest, depth(selection));
      }
    }
    return deepest;
  }

  private int depth(Selection<?> selection) {
    if (selection instanceof Field field) {
      return 1 + depth(field.getSelectionSet());
    }
    if (selection instanceof InlineFragment inline) {
      return depth(inline.getSelectionSet());
    }
    return fragmentDepth(((FragmentSpread) selection).getName());
  }

  private int fragmentDepth(String name) {
    Integer known = fragmentDepths.get(name);
    // Validation tells of cycles and of fragments that are not there.
    if (known != null || !fragments.containsKey(name) || !open.add(name)) {
      return known == null ? 0 : known;
    }
    int depth = depth(fragments.get(name).getSelectionSet());
    open.remove(name);
    fragmentDepths.put(name, depth);
    return depth;
  }
}
