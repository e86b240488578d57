package dev.prepgraph.partner.event.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of deliveries.")
public record WebhookDeliveryConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull WebhookDeliveryEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull WebhookDelivery> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static WebhookDeliveryConnection of(Page<WebhookDelivery> page) {
    return new WebhookDeliveryConnection(
        page.edges(WebhookDeliveryEdge::new), page.nodes(), page.pageInfo(), page.totalCount());
  }
}
