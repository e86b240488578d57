package dev.prepgraph.catalogue.search;

import dev.prepgraph.paging.PageRequest;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Full-text search. */
@GraphQLApi
public class SearchApi {

  private final SearchService service;

  SearchApi(SearchService service) {
    this.service = service;
  }

  @Query
  @Description(
      "Full-text search over guides, questions, criteria and FAQs, best first: matches of all words, or of any word where nothing matches all. Tolerates typing errors; stop words such as \"the\" and punctuation match nothing by themselves.")
  public SearchHitConnection search(
      @NonNull
          @Name("text")
          @Description("Words to search for, 1 to 200 characters (Unicode code points), not blank.")
          String text,
      @Name("first") @Description("Number of edges, 1 to 100; default 20.") Integer first,
      @Name("after") @Description("Start the page after this cursor.") String after,
      @Name("locale") @Description("Language of the search and the response, as a BCP 47 tag.")
          String locale) {
    return SearchHitConnection.of(
        service.search(text, PageRequest.of(first, after, null, null), locale));
  }
}
