package dev.prepgraph.catalogue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queries that together cover all reads of the catalogue. */
final class ReadQueries {

  private ReadQueries() {}

  private static final String PARTS =
      "{ slug criteria { name } relatedGuides { slug faqs { question } } questions(first: 5) { edges { node { slug guides { slug } } } } }";

  private static final String BY_TEXT =
      "{ questions(filter: {text: \"test\"}) { totalCount edges { node { slug } } } }";

  private static final String FACETS =
      "{ types { value } difficulties { value } tags { value } criteria { value } families { value } seniorities { value } }";

  /** References of a few kinds, each to a number of objects at most. */
  private static String entities(String representations, int count) {
    return "{ _entities(representations: [%s]) { ... on RoleGuide { title } ... on Question { prompt } ... on Criterion { name } } }"
        .formatted(
            Stream.of(
                    "qa-engineer-intern",
                    "accountant-junior",
                    "backend-developer-intern",
                    "backend-developer-junior",
                    "data-analyst-intern",
                    "data-engineer-junior",
                    "frontend-developer-intern",
                    "frontend-developer-junior")
                .limit(count)
                .map(representations::formatted)
                .collect(Collectors.joining(" ")));
  }

  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry(
              "guide",
              "{ roleGuide(slug: \"qa-engineer-intern\") { title questions { edges { node { prompt } } } } }"),
          Map.entry(
              "guides of one",
              "{ roleGuides(first: 1) { totalCount edges { node { title questions { totalCount } } } } }"),
          Map.entry(
              "guides of eight",
              "{ roleGuides(first: 8) { totalCount edges { node { title questions { totalCount } } } } }"),
          Map.entry("related of one", "{ roleGuides(first: 1) { edges { node " + PARTS + " } } }"),
          Map.entry(
              "related of eight", "{ roleGuides(first: 8) { edges { node " + PARTS + " } } }"),
          Map.entry(
              "text in one guide", "{ roleGuides(first: 1) { edges { node " + BY_TEXT + " } } }"),
          Map.entry(
              "text in eight guides",
              "{ roleGuides(first: 8) { edges { node " + BY_TEXT + " } } }"),
          Map.entry("question", "{ question(slug: \"explain-cors\") { prompt } }"),
          Map.entry("reference to one", entities("{__typename: \"RoleGuide\", slug: \"%s\"}", 1)),
          Map.entry(
              "references to many",
              entities(
                  "{__typename: \"RoleGuide\", slug: \"%s\"} {__typename: \"Question\", slug: \"explain-cors\"} {__typename: \"Criterion\", slug: \"communication\"}",
                  8)),
          Map.entry(
              "questions of one",
              "{ questions(first: 1) { totalCount edges { node { prompt guides { title } } } } }"),
          Map.entry(
              "questions of 100",
              "{ questions(first: 100) { totalCount edges { node { prompt guides { title } } } } }"),
          Map.entry(
              "search for one",
              "{ search(text: \"test\", first: 1) { edges { node { result { __typename } } } } }"),
          Map.entry(
              "search for 50",
              "{ search(text: \"test\", first: 50) { edges { node { result { __typename } } } } }"),
          Map.entry(
              "nodes and edges",
              "{ questions(first: 100) { nodes { prompt } edges { node { prompt } } } }"),
          Map.entry(
              "facets of questions",
              "{ questions(first: 0, filter: {difficulties: [HARD], families: [\"x\"]}) { totalCount facets "
                  + FACETS
                  + " } }"),
          Map.entry(
              "facets of guides",
              "{ roleGuides(first: 0) { totalCount facets { families { value count } seniorities { value } } } }"),
          Map.entry(
              "facets in eight guides",
              "{ roleGuides(first: 8) { nodes { questions(filter: {seniorities: [INTERN]}) { facets "
                  + FACETS
                  + " } } } }"),
          Map.entry(
              "changed in eight guides",
              "{ roleGuides(first: 8) { nodes { questions(filter: {changedAfter: \"2020-01-01T00:00:00Z\"}) { totalCount } } } }"),
          Map.entry(
              "facets of a search",
              "{ search(text: \"test\", first: 0) { totalCount facets { kinds { value } families { value } } } }"),
          Map.entry(
              "guides by title",
              "{ roleGuides(first: 8, orderBy: {field: TITLE}, locale: \"de\") { nodes { title } } }"),
          Map.entry("nothing", "{ catalogue { revision } questionTypes { name } __typename }"));
}
