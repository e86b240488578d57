package dev.prepgraph.paging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys that a list is ordered by, the greatest first: keyset pagination continues behind the
 * keys of an edge, which its cursor holds.
 *
 * @param keys the most significant first; together they tell all rows apart
 * @param values the values of the keys of a row, whose texts have no spaces
 */
public record Keyset<T>(List<Key> keys, Function<T, List<?>> values) {

  /**
   * A key of a list.
   *
   * @param path the HQL path of the column
   * @param parser reads what {@code toString} printed
   */
  public record Key(String path, Function<String, Object> parser) {

    public static Key time(String path) {
      return new Key(path, Instant::parse);
    }

    public static Key id(String path) {
      return new Key(path, UUID::fromString);
    }

    public static Key number(String path) {
      return new Key(path, Integer::valueOf);
    }
  }

  /** The text that the cursor of a row holds. */
  public String print(T row) {
    return values.apply(row).stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  /**
   * The HQL conditions that bound a page, each beginning with {@code and}.
   *
   * @param page with printed keys instead of cursors
   * @param parameters is given the values that the conditions name
   */
  public String bounds(PageRequest page, Map<String, Object> parameters) {
    return bound("<", "after", page.after(), parameters)
        + bound(">", "before", page.before(), parameters);
  }

  private String bound(
      String comparison, String name, String printed, Map<String, Object> parameters) {
    if (printed == null) {
      return "";
    }
    String[] given = printed.split(" ");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < given.length; i++) {
      parameters.put(name + i, keys.get(i).parser().apply(given[i]));
      names.add(":" + name + i);
    }
    return " and (%s) %s (%s)".formatted(paths(""), comparison, String.join(", ", names));
  }

  /** The HQL order of a page: that of the list, reversed where the page is taken from its end. */
  public String order(PageRequest page) {
    return " order by " + paths(page.backward() ? " asc" : " desc");
  }

  private String paths(String suffix) {
    return keys.stream().map(key -> key.path() + suffix).collect(Collectors.joining(", "));
  }
}
