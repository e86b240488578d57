package dev.prepgraph.catalogue.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of questions.")
public record QuestionConnection(
    @NonNull @Description("What the page holds.") List<@NonNull QuestionEdge> edges,
    @NonNull @Description("Where the page lies in the whole list.") PageInfo pageInfo,
    @NonNull @Description("How many the whole list has, on all pages.") int totalCount) {

  public static QuestionConnection of(Page<Question> page) {
    return new QuestionConnection(
        page.edges(QuestionEdge::new), page.pageInfo(), page.totalCount());
  }
}
