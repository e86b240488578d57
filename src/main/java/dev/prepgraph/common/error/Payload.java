package dev.prepgraph.common.error;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Builds payloads of mutations. */
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
