package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.GraphQL.rejection;
import static dev.prepgraph.StatementCounter.during;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WarmReadTest {

  @Test
  void takesNoStatement() {
    ReadQueries.ALL.forEach(
        (name, document) -> {
          query(document);
          assertThat(during(() -> query(document))).as(name).isEmpty();
        });
  }

  @Test
  void rejectedRequestsTakeNoStatement() {
    for (String rejected :
        Set.of(
            "{ questions(first: 100) { edges { node { guides { questions(first: 100) { edges { node { guides { slug } } } } } } } } }",
            "{ nothing }",
            "{ questions(first: 101) { totalCount } }")) {
      assertThat(during(() -> rejection(rejected))).as(rejected).isEmpty();
    }
  }
}
