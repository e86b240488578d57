package dev.prepgraph.partner.overlay.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of overlays.")
public record PartnerOverlayConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull PartnerOverlayEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull PartnerOverlay> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static PartnerOverlayConnection of(Page<PartnerOverlay> page) {
    return new PartnerOverlayConnection(
        page.edges(PartnerOverlayEdge::new), page.nodes(), page.pageInfo(), page.totalCount());
  }
}
