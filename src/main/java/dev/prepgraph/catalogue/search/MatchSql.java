package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.store.Languages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL that finds search documents: of an object, only the one in the language it is read in.
 */
public final class MatchSql {

  private MatchSql() {}

  /** The text as queries, one for each language: a list of tables. */
  public static String queries(Languages languages) {
    return preferred(languages)
            .mapToObj(
                "catalogue.search_query(:text, :locale%1$d, :any) as wanted%1$d (query), "
                    ::formatted)
            .collect(Collectors.joining())
        + "catalogue.search_query(:text, 'en', :any) as untranslated (query)";
  }

  /**
   * Condition: the text matches document {@code d}, and its object has none in a better language.
   */
  public static String matches(Languages languages) {
    String translated =
        preferred(languages)
            .mapToObj(
                i ->
                    "d.locale = :locale%1$d and d.words @@ wanted%1$d.query".formatted(i)
                        + (i == 0 ? "" : " and " + noneOf(i))
                        + " or ")
            .collect(Collectors.joining());
    int all = languages.preferred().size();
    return "(%sd.locale = 'en' and d.words @@ untranslated.query%s)"
        .formatted(
            translated, all == 0 ? "" : " and not d.other_locales && array[" + locales(all) + "]");
  }

  private static String noneOf(int better) {
    return """
    not exists (select from catalogue.search_document better
      where better.kind = d.kind and better.id = d.id and better.locale in (%s))"""
        .formatted(locales(better));
  }

  private static String locales(int first) {
    return IntStream.range(0, first)
        .mapToObj("cast(:locale%d as text)"::formatted)
        .collect(Collectors.joining(", "));
  }

  /** The query of a document {@code s} that matches. */
  static String query(Languages languages) {
    String whens =
        preferred(languages)
            .mapToObj("when s.locale = :locale%1$d then wanted%1$d.query "::formatted)
            .collect(Collectors.joining());
    return whens.isEmpty() ? "untranslated.query" : "case " + whens + "else untranslated.query end";
  }

  private static IntStream preferred(Languages languages) {
    return IntStream.range(0, languages.preferred().size());
  }

  /**
   * The parameters of {@link #queries}, {@link #matches} and {@link #query}.
   *
   * @param any whether some of the words suffice
   */
  public static Map<String, Object> parameters(String text, Languages languages, boolean any) {
    Map<String, Object> parameters = new HashMap<>(Map.of("text", text, "any", any));
    List<String> preferred = languages.preferred();
    preferred(languages).forEach(i -> parameters.put("locale" + i, preferred.get(i)));
    return parameters;
  }
}
