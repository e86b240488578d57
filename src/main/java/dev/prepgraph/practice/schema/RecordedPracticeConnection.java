package dev.prepgraph.practice.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of recorded practices.")
public record RecordedPracticeConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull RecordedPracticeEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull RecordedPractice> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static RecordedPracticeConnection of(Page<RecordedPractice> page) {
    return new RecordedPracticeConnection(
        page.edges(RecordedPracticeEdge::new), page.nodes(), page.pageInfo(), page.totalCount());
  }
}
