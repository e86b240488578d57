package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.store.Languages;
import dev.prepgraph.paging.FilterList;
import java.util.List;

/**
 * Text, language and filter of a search.
 *
 * @param languages those of the reader
 * @param kinds sorted names of kinds, or null for all
 * @param families sorted slugs of role families, or null for all
 */
record SearchTerms(String text, Languages languages, List<String> kinds, List<String> families) {

  static SearchTerms of(
      String text, Languages languages, List<SearchKind> kinds, List<String> families) {
    List<SearchKind> distinct = FilterList.of("kinds", kinds);
    return new SearchTerms(
        text,
        languages,
        distinct == null ? null : distinct.stream().map(SearchKind::name).toList(),
        FilterList.of("families", families));
  }

  /** The scope of the cursors of this search. */
  String scope() {
    StringBuilder scope = new StringBuilder("search " + languages.best() + " " + kinds);
    if (families != null) {
      scope.append(' ').append(families.size());
      // With lengths, because values may contain any separator.
      families.forEach(
          family -> scope.append(' ').append(family.length()).append('=').append(family));
    }
    return scope.append(" : ").append(text).toString();
  }
}
