package dev.prepgraph.plan.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of plans.")
public record PrepPlanConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull PrepPlanEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull PrepPlan> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static PrepPlanConnection of(Page<PrepPlan> page) {
    return new PrepPlanConnection(
        page.edges(PrepPlanEdge::new), page.nodes(), page.pageInfo(), page.totalCount());
  }
}
