package dev.prepgraph.catalogue.search;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.paging.PageRequest;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Full-text search. */
@GraphQLApi
public class SearchApi {

  private final SearchService service;

  SearchApi(SearchService service) {
    this.service = service;
  }

  @Query
  @Description(
      "Full-text search over guides, questions, criteria and FAQs, best first: matches of all words, or of any word where nothing matches all. Tolerates typing errors; stop words such as \"the\" and punctuation match nothing by themselves. Kinds and families only narrow what the text finds.")
  public SearchHitConnection search(
      @NonNull
          @Name("text")
          @Description("Words to search for, 1 to 200 characters (Unicode code points), not blank.")
          String text,
      @Nullable
          @Name("kinds")
          @Description("Kinds to find, any of them; an empty list matches nothing. Default all.")
          List<@NonNull SearchKind> kinds,
      @Nullable
          @Name("families")
          @Description(
              "Slugs of role families, at most 100: guides of any of them and questions of their guides; criteria belong to no family. An empty list matches nothing.")
          List<@NonNull String> families,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before,
      @Name("locale")
          @Description(
              "Language of the search and the response, as a BCP 47 tag"
                  + RequestLanguage.BY_DEFAULT)
          String locale) {
    return service.search(
        text, kinds, families, PageRequest.of(first, after, last, before), locale);
  }

  @NonNull
  @Name("facets")
  @Description("Numbers of hits by value, under the filter; of the best 600 for very common words.")
  @Cost(weight = Cost.FACETS)
  public SearchFacets facetsOfHits(@Source SearchHitConnection connection) {
    return connection.facetCounts().get();
  }
}
