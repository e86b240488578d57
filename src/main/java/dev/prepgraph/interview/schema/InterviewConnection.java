package dev.prepgraph.interview.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of interviews.")
public record InterviewConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull InterviewEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull Interview> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static InterviewConnection of(Page<Interview> page) {
    return new InterviewConnection(
        page.edges(InterviewEdge::new), page.nodes(), page.pageInfo(), page.totalCount());
  }
}
