package dev.prepgraph.answer.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of saved answers.")
public record SavedAnswerConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull SavedAnswerEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull SavedAnswer> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static SavedAnswerConnection of(Page<SavedAnswer> page) {
    return new SavedAnswerConnection(
        page.edges(SavedAnswerEdge::new), page.nodes(), page.pageInfo(), page.totalCount());
  }
}
