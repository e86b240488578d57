package dev.prepgraph.paging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys that a list is ordered by: keyset pagination continues behind the keys of an edge, which
 * its cursor holds.
 *
 * @param direction of all keys
 * @param keys the most significant first; together they tell all rows apart
 * @param values the values of the keys of a row, none of them null
 */
public record Keyset<T>(OrderDirection direction, List<Key> keys, Function<T, List<?>> values) {

  /** PostgreSQL's texts cannot contain it. */
  private static final String SEPARATOR = "\0";

  /** A list with the greatest keys first. */
  public Keyset(List<Key> keys, Function<T, List<?>> values) {
    this(OrderDirection.DESC, keys, values);
  }

  /**
   * A key of a list.
   *
   * @param path the HQL path of the column
   * @param parser reads what {@code toString} printed
   * @param function format of the HQL function that path and values are compared by
   */
  public record Key(String path, Function<String, Object> parser, String function) {

    private Key(String path, Function<String, Object> parser) {
      this(path, parser, "%s");
    }

    public static Key time(String path) {
      return new Key(path, Instant::parse);
    }

    public static Key id(String path) {
      return new Key(path, UUID::fromString);
    }

    public static Key number(String path) {
      return new Key(path, Integer::valueOf);
    }

    public static Key date(String path) {
      return new Key(path, LocalDate::parse);
    }

    /** A text by its lower case, which the database knows better than Java. */
    public static Key lowerCase(String path) {
      return new Key(path, text -> text, "lower(%s)");
    }

    private String hql(String operand) {
      return function.formatted(operand);
    }
  }

  /** The text that the cursor of a row holds. */
  public String print(T row) {
    return values.apply(row).stream().map(Object::toString).collect(Collectors.joining(SEPARATOR));
  }

  /**
   * The HQL conditions that bound a page, each beginning with {@code and}.
   *
   * @param page with printed keys instead of cursors
   * @param parameters is given the values that the conditions name
   */
  public String bounds(PageRequest page, Map<String, Object> parameters) {
    boolean ascending = direction == OrderDirection.ASC;
    return bound(ascending ? ">" : "<", "after", page.after(), parameters)
        + bound(ascending ? "<" : ">", "before", page.before(), parameters);
  }

  private String bound(
      String comparison, String name, String printed, Map<String, Object> parameters) {
    if (printed == null) {
      return "";
    }
    String[] given = printed.split(SEPARATOR, -1);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < given.length; i++) {
      parameters.put(name + i, keys.get(i).parser().apply(given[i]));
      names.add(keys.get(i).hql(":" + name + i));
    }
    return " and (%s) %s (%s)".formatted(paths(""), comparison, String.join(", ", names));
  }

  /** The HQL order of a page: that of the list, reversed where the page is taken from its end. */
  public String order(PageRequest page) {
    boolean ascending = (direction == OrderDirection.ASC) != page.backward();
    return " order by " + paths(ascending ? " asc" : " desc");
  }

  private String paths(String suffix) {
    return keys.stream().map(key -> key.hql(key.path()) + suffix).collect(Collectors.joining(", "));
  }
}
