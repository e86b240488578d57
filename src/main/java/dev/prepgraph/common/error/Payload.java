package dev.prepgraph.common.error;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** How mutations answer. */
public final class Payload {

  private Payload() {}

  /**
   * The payload of a mutation whose result is one object, which is null beside user errors.
   *
   * @param payload the constructor of the payload
   */
  public static <T, P> P of(BiFunction<T, List<UserError>, P> payload, Supplier<T> action) {
    return of(() -> payload.apply(action.get(), List.of()), errors -> payload.apply(null, errors));
  }

  /**
   * The payload of a mutation.
   *
   * @param action does what was asked for and makes the payload of that
   * @param refusal makes the payload that tells what the caller got wrong
   */
  public static <P> P of(Supplier<P> action, Function<List<UserError>, P> refusal) {
    try {
      return action.get();
    } catch (UserErrorException e) {
      return refusal.apply(e.errors());
    }
  }
}
