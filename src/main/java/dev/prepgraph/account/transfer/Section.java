package dev.prepgraph.account.transfer;

import java.util.List;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/**
 * One list of an export, contributed by the feature whose data it holds. The order of the sections
 * is that of {@code export.schema.json}.
 *
 * @param <E> an entry: a record whose components are the keys of {@code export.schema.json}, which
 *     also states the limits of their values
 */
public interface Section<E> {

  /**
   * How many rows of a kind a user may have.
   *
   * @param count a query that counts them
   * @param message the error where there are more
   */
  record Limit(String count, int most, String message) {}

  /** Its key in the export. */
  String name();

  /** The type of its entries. */
  Class<E> type();

  /** The limits that an import must not exceed. */
  List<Limit> limits();

  /** The user's entries, each to be used before the next one is read; to be closed. */
  Stream<E> entries(StatelessSession session);

  /**
   * Restores entries; existing ones stay unchanged.
   *
   * @throws dev.prepgraph.common.error.UserErrorException when an entry contradicts itself
   */
  void restore(StatelessSession session, Batch<E> batch);
}
