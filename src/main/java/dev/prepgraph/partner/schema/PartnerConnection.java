package dev.prepgraph.partner.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of partners.")
public record PartnerConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull PartnerEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull PartnerProfile> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static PartnerConnection of(Page<PartnerProfile> page) {
    return new PartnerConnection(
        page.edges(PartnerEdge::new), page.nodes(), page.pageInfo(), page.totalCount());
  }
}
