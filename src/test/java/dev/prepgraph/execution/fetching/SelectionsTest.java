package dev.prepgraph.execution.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionsTest {

  private static final int FIELDS = 12;

  private final List<Set<String>> names = new ArrayList<>();

  /** The document stays in a cache that does not weigh them. */
  @Test
  void storesABoundedNumberOfNamesWhateverTheVariablesInclude() {
    String variables =
        IntStream.range(0, FIELDS)
            .mapToObj("$v%d: Boolean!"::formatted)
            .collect(Collectors.joining(" "));
    String fields =
        IntStream.range(0, FIELDS)
            .mapToObj("thing @include(if: $v%1$d) { name child { name } }"::formatted)
            .collect(Collectors.joining(" "));
    String text = "query(%s) { %s }".formatted(variables, fields);
    var document = Parser.parse(text);
    Selections selections = new Selections(document);
    GraphQL graphQL = graphQL(new PreparsedDocumentEntry(document));

    for (int pattern = 1; pattern < 1 << FIELDS; pattern++) {
      Map<String, Object> included = new HashMap<>();
      for (int i = 0; i < FIELDS; i++) {
        included.put("v" + i, (pattern >> i & 1) == 1);
      }
      graphQL.execute(
          ExecutionInput.newExecutionInput(text)
              .variables(included)
              .graphQLContext(Map.of(Selections.class, selections))
              .build());
    }

    assertThat(selections.stored()).isBetween(1, 2_000);
    assertThat(names).hasSize((1 << FIELDS) - 1).containsOnly(Set.of("name", "child"));
  }

  private GraphQL graphQL(PreparsedDocumentEntry document) {
    var types =
        new SchemaParser()
            .parse("type Query { thing: Thing } type Thing { name: ID child: Thing }");
    var wiring =
        RuntimeWiring.newRuntimeWiring()
            .type(
                "Query",
                query ->
                    query.dataFetcher(
                        "thing",
                        environment -> {
                          names.add(Selections.names(environment));
                          return null;
                        }))
            .build();
    return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring))
        .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(document))
        .build();
  }
}
