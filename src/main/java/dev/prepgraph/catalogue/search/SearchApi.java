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
  @NonNull
  @Description(
      "Full-text search over guides, questions, criteria and FAQs, best first: what matches all words, or any of them where nothing matches all. Forgives typing errors; words such as \"the\" and punctuation match nothing by themselves.")
  public SearchHitConnection search(
      @NonNull
          @Name("text")
          @Description(
              "The words to look for, 1 to 200 characters (Unicode code points), not only white space.")
          String text,
      @Name("first") @Description("How many edges, 1 to 100; 20 unless given.") Integer first,
      @Name("after") @Description("Only what follows this cursor.") String after,
      @Name("locale") @Description("The language to search and answer in, as a BCP 47 tag.")
          String locale) {
    return SearchHitConnection.of(
        service.search(text, PageRequest.of(first, after, null, null), locale));
  }
}
