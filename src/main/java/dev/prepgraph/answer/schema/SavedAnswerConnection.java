package dev.prepgraph.answer.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of saved answers. */
@Description("A page of saved answers.")
public record SavedAnswerConnection(
    @NonNull @Description("What the page holds.") List<@NonNull SavedAnswerEdge> edges,
    @NonNull @Description("Where the page lies in the whole list.") PageInfo pageInfo,
    @NonNull @Description("How many the whole list has, on all pages.") int totalCount) {

  public static SavedAnswerConnection of(Page<SavedAnswer> page) {
    return new SavedAnswerConnection(
        page.edges(SavedAnswerEdge::new), page.pageInfo(), page.totalCount());
  }
}
