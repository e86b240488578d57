package dev.prepgraph.catalogue.change;

import dev.prepgraph.execution.stream.CurrentEvent;
import dev.prepgraph.paging.PageRequest;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The change feed, and the subscription to publications. */
@GraphQLApi
public class ChangeApi {

  private final ChangeService service;
  private final CurrentEvent event;

  ChangeApi(ChangeService service, CurrentEvent event) {
    this.service = service;
    this.event = event;
  }

  @Subscription
  @Description(
      "Publications of the catalogue, without a login: the current one first, then each new one once it is served; publications in quick succession may be one event.")
  public Multi<CataloguePublication> catalogueChanged() {
    return event.as(CataloguePublication.class);
  }

  @Query
  @Description(
      "Guides, questions and criteria that were published, changed or withdrawn since a revision, in the order of revisions: the last change of each object in each language that it has text in. A changed family or question type is a change of the guides and questions that show it; a change of only the computed related guides of a guide, or of the guides of a question, is none. Start with since 0, which lists all published objects, and continue with the revision of the last page. An object that changes between two pages appears again; one that is withdrawn between two pages appears as UNPUBLISHED.")
  public CatalogueChangeConnection catalogueChanges(
      @Name("since")
          @NonNull
          @Description(
              "Revision of the catalogue that the client knows, from 0 to the current one; the page is empty while a replica does not serve that revision yet.")
          int since,
      @Name("first") @Description("Number of edges, 0 to 100; default 20.") Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after) {
    return service.changes(since, PageRequest.of(first, after, null, null));
  }
}
