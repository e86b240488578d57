package dev.prepgraph.catalogue.schema;

import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of questions.")
public record QuestionConnection(
    @NonNull @Description("Edges of the page.") List<@NonNull QuestionEdge> edges,
    @NonNull @Description("Paging information.") PageInfo pageInfo,
    @NonNull @Description("Number of entries on all pages.") int totalCount) {

  public static QuestionConnection of(Page<Question> page) {
    return new QuestionConnection(
        page.edges((question, cursor) -> new QuestionEdge(question, cursor, null)),
        page.pageInfo(),
        page.totalCount());
  }

  /** A page of the questions of a guide, whose edges have no cursor yet. */
  public static QuestionConnection ofGuide(Page<QuestionEdge> page) {
    return new QuestionConnection(
        page.edges((edge, cursor) -> new QuestionEdge(edge.node(), cursor, edge.position())),
        page.pageInfo(),
        page.totalCount());
  }
}
