package dev.prepgraph.answer.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of an answer's revisions.")
public record AnswerRevisionConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull AnswerRevisionEdge> edges,
    @NonNull @Description("The objects of the edges, in the same order.")
        List<@NonNull AnswerRevision> nodes,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static AnswerRevisionConnection of(Page<AnswerRevision> page) {
    return new AnswerRevisionConnection(
        page.edges(AnswerRevisionEdge::new), page.nodes(), page.pageInfo(), page.totalCount());
  }
}
