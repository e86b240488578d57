package dev.prepgraph;

import java.util.List;
import java.util.Map;

/** The published content that tests refer to. */
public final class Published {

  /** The slug of a guide with enough questions for all tests. */
  public static final String GUIDE = "backend-developer-intern";

  private Published() {}

  /** The id of {@link #GUIDE}. */
  public static String guide() {
    return guide(GUIDE);
  }

  public static String guide(String slug) {
    return GraphQL.query(
            "query ($slug: String!) { roleGuide(slug: $slug) { id } }", Map.of("slug", slug))
        .getString("roleGuide.id");
  }

  /** The ids of the questions of {@link #GUIDE}, in its order. */
  public static List<String> guideQuestions() {
    return GraphQL.query(
            "query ($slug: String!) { roleGuide(slug: $slug) { questions(first: 100) { edges { node { id } } } } }",
            Map.of("slug", GUIDE))
        .getList("roleGuide.questions.edges.node.id");
  }

  /** The ids of questions, in the order of the catalogue. */
  public static List<String> questions(int count) {
    return GraphQL.query(
            "query ($count: Int!) { questions(first: $count) { edges { node { id } } } }",
            Map.of("count", count))
        .getList("questions.edges.node.id");
  }

  /** The ids of the criteria of a question. */
  public static List<String> criteria(String question) {
    return GraphQL.query(
            "query ($id: ID!) { question(id: $id) { criteria { id } } }", Map.of("id", question))
        .getList("question.criteria.id");
  }
}
