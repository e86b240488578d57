package dev.prepgraph.account.transfer;

import jakarta.persistence.Tuple;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes one entry of neighbouring rows with the same key, without holding the rows: an answer may
 * have megabytes of revisions.
 */
public final class Groups<E> implements Iterator<E> {

  private final Iterator<Tuple> rows;
  private final String key;
  private final BiFunction<Tuple, Iterator<Tuple>, E> entry;
  private Tuple next;

  private Groups(Iterator<Tuple> rows, String key, BiFunction<Tuple, Iterator<Tuple>, E> entry) {
    this.rows = rows;
    this.key = key;
    this.entry = entry;
    advance();
  }

  /**
   * The entries of ordered rows.
   *
   * @param key the column that rows of the same entry have in common
   * @param entry makes an entry of its first row and an iterator over all of its rows, which must
   *     be used up before the next entry is asked for
   */
  public static <E> Stream<E> of(
      Stream<Tuple> rows, String key, BiFunction<Tuple, Iterator<Tuple>, E> entry) {
    var groups = new Groups<>(rows.iterator(), key, entry);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(groups, Spliterator.ORDERED), false)
        .onClose(rows::close);
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public E next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Object group = next.get(key);
    return entry.apply(
        next,
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return next != null && next.get(key).equals(group);
          }

          @Override
          public Tuple next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            Tuple row = next;
            advance();
            return row;
          }
        });
  }
}
