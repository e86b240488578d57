package dev.prepgraph.execution.typesystem;

import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Wrapper;
import java.util.stream.Stream;

/**
 * Works around SmallRye GraphQL 2.17, which takes the class of a list of ids for the class of its
 * entries and so rejects every value of an {@code [ID!]} argument.
 */
public final class IdListArgumentFix {

  private IdListArgumentFix() {}

  public static void apply(Schema model) {
    Stream.concat(model.getQueries().stream(), model.getMutations().stream())
        .flatMap(operation -> operation.getArguments().stream())
        .filter(IdListArgumentFix::isBroken)
        .forEach(argument -> argument.getReference().setClassName(String.class.getName()));
  }

  private static boolean isBroken(Argument argument) {
    Wrapper list = argument.getWrapper();
    return list != null
        && list.isCollection()
        && list.getWrapperClassName().equals(argument.getReference().getClassName());
  }
}
