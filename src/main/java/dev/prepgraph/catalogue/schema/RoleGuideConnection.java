package dev.prepgraph.catalogue.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of guides.")
public record RoleGuideConnection(
    @NonNull @Description("What the page holds.") List<@NonNull RoleGuideEdge> edges,
    @NonNull @Description("Where the page lies in the whole list.") PageInfo pageInfo,
    @NonNull @Description("How many the whole list has, on all pages.") int totalCount) {

  public static RoleGuideConnection of(Page<RoleGuide> page) {
    return new RoleGuideConnection(
        page.edges(RoleGuideEdge::new), page.pageInfo(), page.totalCount());
  }
}
