package dev.prepgraph.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.catalogue.search.SearchRepository.Hit;
import dev.prepgraph.catalogue.search.SearchRepository.Position;
import dev.prepgraph.catalogue.search.SearchRepository.Range;
import dev.prepgraph.catalogue.store.Languages;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchRepositoryTest {

  private static final SearchTerms TERMS =
      SearchTerms.of("test", new Languages(List.of()), null, null);

  @Inject SearchRepository repository;

  private List<Hit> hits(Position after, Position before, boolean backward, int limit) {
    return repository.search(TERMS, false, new Range(after, before, backward, limit)).found();
  }

  private static Position position(Hit hit) {
    return new Position(false, hit.rank(), hit.id());
  }

  @Test
  void cutsNoExcerptOfTheHitBehindThePage() {
    List<Hit> all = hits(null, null, false, 8);
    List<Hit> next = hits(position(all.get(1)), null, false, 4);
    List<Hit> previous = hits(null, position(all.get(5)), true, 4);

    assertThat(next).extracting(Hit::id).containsExactly(ids(all, 2, 3, 4, 5));
    assertThat(previous).extracting(Hit::id).containsExactly(ids(all, 4, 3, 2, 1));
    for (List<Hit> page : List.of(all, next, previous)) {
      assertThat(page.subList(0, page.size() - 1)).allMatch(hit -> hit.excerpt().contains("**"));
      assertThat(page.get(page.size() - 1).excerpt()).isNull();
    }
  }

  private static UUID[] ids(List<Hit> hits, int... places) {
    return IntStream.of(places).mapToObj(hits::get).map(Hit::id).toArray(UUID[]::new);
  }
}
