package dev.prepgraph.catalogue.change;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of changes of the catalogue.")
public record CatalogueChangeConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull CatalogueChangeEdge> edges,
    @NonNull @Description("Changes of the page.") List<@NonNull CatalogueChange> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull
        @Description(
            "Current revision of the catalogue, or since if that is newer; after the last page, that page's revision is the next since.")
        int revision) {

  static CatalogueChangeConnection of(Page<CatalogueChange> page, int revision) {
    return new CatalogueChangeConnection(
        page.edges(CatalogueChangeEdge::new), page.nodes(), page.pageInfo(), revision);
  }
}
