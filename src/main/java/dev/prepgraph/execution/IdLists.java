package dev.prepgraph.execution;

import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Wrapper;

/**
 * Makes lists of ids usable as arguments: the framework prints them as {@code [ID!]}, but then
 * takes the list's class for the class of its entries and refuses every value.
 */
final class IdLists {

  private IdLists() {}

  static void mend(Schema model) {
    model.getQueries().forEach(IdLists::mend);
    model.getMutations().forEach(IdLists::mend);
  }

  private static void mend(Operation operation) {
    for (Argument argument : operation.getArguments()) {
      Wrapper list = argument.getWrapper();
      if (list != null
          && list.isCollection()
          && list.getWrapperClassName().equals(argument.getReference().getClassName())) {
        argument.getReference().setClassName(String.class.getName());
      }
    }
  }
}
