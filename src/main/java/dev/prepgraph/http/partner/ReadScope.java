package dev.prepgraph.http.partner;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.PartnerScope;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rejects operations of partners' services without the scope READ, except on what belongs to
 * partners, which has scopes of its own.
 */
@ApplicationScoped
class ReadScope {

  private static final String PARTNERS = CurrentPartner.class.getPackageName() + '.';

  private final Set<String> fields;

  ReadScope(Schema schema) {
    this.fields =
        Stream.concat(schema.getQueries().stream(), schema.getMutations().stream())
            .filter(operation -> operation.getClassName().startsWith(PARTNERS))
            .map(Operation::getName)
            .collect(Collectors.toUnmodifiableSet());
  }

  void check(RoutingContext http, GraphQLEngine.Prepared operation) {
    boolean limited =
        CurrentPartner.of(http)
            .filter(caller -> caller.isMachine() && !caller.partner().has(PartnerScope.READ))
            .isPresent();
    if (limited
        && !isOwn(operation.document(), operation.operation().getSelectionSet(), new HashSet<>())) {
      throw new RequestException(ErrorCode.FORBIDDEN, "This needs the scope READ");
    }
  }

  private boolean isOwn(Document document, SelectionSet selections, Set<String> visited) {
    return selections.getSelections().stream()
        .allMatch(selection -> isOwn(document, selection, visited));
  }

  /**
   * @param visited names of fragments, each of which is checked once
   */
  private boolean isOwn(Document document, Selection<?> selection, Set<String> visited) {
    if (selection instanceof Field field) {
      return fields.contains(field.getName()) || field.getName().startsWith("__");
    }
    if (selection instanceof InlineFragment inline) {
      return isOwn(document, inline.getSelectionSet(), visited);
    }
    String name = ((FragmentSpread) selection).getName();
    return !visited.add(name)
        || document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .filter(fragment -> fragment.getName().equals(name))
            .allMatch(fragment -> isOwn(document, fragment.getSelectionSet(), visited));
  }
}
