package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.QuestionDocument;
import dev.prepgraph.catalogue.schema.QuestionFilter;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The questions of one guide that match a filter, in the guide's order. */
public final class GuideQuestions {

  /**
   * A question of the guide.
   *
   * @param position from 0
   */
  public record Placed(int position, PublishedQuestion question) {

    String sortKey() {
      return position + " " + question.id();
    }
  }

  private final Cursors cursors;
  private final String scope;
  private final List<Placed> all = new ArrayList<>();
  private final List<Placed> matching;

  /**
   * @param scope of the cursors of this guide and filter
   * @param matchesText whether a question, by key, matches the filter's text
   */
  public GuideQuestions(
      List<PublishedQuestion> questions,
      QuestionFilter filter,
      String scope,
      Predicate<UUID> matchesText,
      Cursors cursors) {
    this.cursors = cursors;
    this.scope = scope;
    questions.forEach(question -> all.add(new Placed(all.size(), question)));
    this.matching =
        all.stream()
            .filter(placed -> matches(filter, placed.question()))
            .filter(placed -> matchesText.test(placed.question().id()))
            .toList();
  }

  /** Returns a page; rejects a cursor of another list, or of an order that has changed. */
  public Page<Placed> page(PageRequest request) {
    int after = position(request.after(), -1);
    int before = position(request.before(), Integer.MAX_VALUE);
    List<Placed> found = new ArrayList<>(matching);
    found.removeIf(placed -> placed.position() <= after || placed.position() >= before);
    if (request.backward()) {
      Collections.reverse(found);
    }
    return Page.of(
        request, found, placed -> cursors.print(scope, placed.sortKey()), matching.size());
  }

  private int position(String cursor, int none) {
    String sortKey = cursors.read(scope, cursor);
    if (sortKey == null) {
      return none;
    }
    int position = Integer.parseInt(sortKey.substring(0, sortKey.indexOf(' ')));
    if (position >= all.size() || !all.get(position).sortKey().equals(sortKey)) {
      throw Cursors.refused();
    }
    return position;
  }

  private static boolean matches(QuestionFilter filter, PublishedQuestion question) {
    QuestionDocument text = question.document();
    return (filter.type() == null || filter.type().equals(text.type()))
        && (filter.difficulty() == null || filter.difficulty() == text.difficulty())
        && (filter.tag() == null || text.tags().contains(filter.tag()))
        && (filter.criterion() == null || text.criteria().contains(filter.criterion()))
        && (filter.guide() == null || question.guides().contains(filter.guide()));
  }
}
