package dev.prepgraph.answer.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of an answer's revisions. */
@Description("A page of an answer's revisions.")
public record AnswerRevisionConnection(
    @NonNull @Description("What the page holds.") List<@NonNull AnswerRevisionEdge> edges,
    @NonNull @Description("Where the page lies in the whole list.") PageInfo pageInfo,
    @NonNull @Description("How many the whole list has, on all pages.") int totalCount) {

  public static AnswerRevisionConnection of(Page<AnswerRevision> page) {
    return new AnswerRevisionConnection(
        page.edges(AnswerRevisionEdge::new), page.pageInfo(), page.totalCount());
  }
}
