package dev.prepgraph.practice.session;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of practice sessions.")
public record PracticeSessionConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull PracticeSessionEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull PracticeSession> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  static PracticeSessionConnection of(Page<PracticeSession> page) {
    return new PracticeSessionConnection(
        page.edges(PracticeSessionEdge::new), page.nodes(), page.pageInfo(), page.totalCount());
  }
}
