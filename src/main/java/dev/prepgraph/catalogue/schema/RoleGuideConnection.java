package dev.prepgraph.catalogue.schema;

import dev.prepgraph.catalogue.schema.listing.RoleGuideFacets;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of guides.")
public record RoleGuideConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull RoleGuideEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull RoleGuide> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount,
    @Ignore Supplier<RoleGuideFacets> facetCounts) {

  /**
   * @param facets computes the facets when they are selected
   */
  public static RoleGuideConnection of(Page<RoleGuide> page, Supplier<RoleGuideFacets> facets) {
    return new RoleGuideConnection(
        page.edges(RoleGuideEdge::new), page.nodes(), page.pageInfo(), page.totalCount(), facets);
  }
}
