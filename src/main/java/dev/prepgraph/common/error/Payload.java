package dev.prepgraph.common.error;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Builds payloads of mutations. */
public final class Payload {

  private Payload() {}

  /**
   * @param action builds the payload of a success
   * @param failure builds the payload of user errors
   */
  public static <P> P of(Supplier<P> action, Function<List<UserError>, P> failure) {
    try {
      return action.get();
    } catch (UserErrorException e) {
      return failure.apply(e.errors());
    }
  }
}
