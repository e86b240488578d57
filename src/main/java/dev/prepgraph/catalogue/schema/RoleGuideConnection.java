package dev.prepgraph.catalogue.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of guides.")
public record RoleGuideConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull RoleGuideEdge> edges,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static RoleGuideConnection of(Page<RoleGuide> page) {
    return new RoleGuideConnection(
        page.edges(RoleGuideEdge::new), page.pageInfo(), page.totalCount());
  }
}
