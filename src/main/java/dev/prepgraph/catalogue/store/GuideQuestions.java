package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.schema.Difficulty;
import dev.prepgraph.catalogue.schema.listing.FacetValue;
import dev.prepgraph.catalogue.schema.listing.GuideQuestionOrder;
import dev.prepgraph.catalogue.schema.listing.GuideQuestionOrderField;
import dev.prepgraph.catalogue.schema.listing.QuestionFacets;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.OrderDirection;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The questions of one guide that match a filter, in the guide's order or another one. */
public final class GuideQuestions {

  /**
   * A question of the guide.
   *
   * @param place in the order
   * @param position in the guide, from 0
   */
  public record Placed(int place, int position, PublishedQuestion question) {

    String sortKey() {
      return place + " " + question.id();
    }
  }

  private static final GuideQuestionOrder DEFAULT =
      new GuideQuestionOrder(GuideQuestionOrderField.POSITION, OrderDirection.ASC);

  private final QuestionMatcher matcher;
  private final Cursors cursors;
  private final String scope;
  private final List<Placed> all = new ArrayList<>();
  private final List<Placed> matching;

  /**
   * @param questions in the guide's order
   * @param order null for the guide's order
   * @param scope of the cursors of this guide and filter
   */
  public GuideQuestions(
      List<PublishedQuestion> questions,
      QuestionMatcher matcher,
      GuideQuestionOrder order,
      String scope,
      Cursors cursors) {
    GuideQuestionOrder given = order == null ? DEFAULT : order;
    this.matcher = matcher;
    this.cursors = cursors;
    this.scope = scope + " " + given.field() + " " + OrderDirection.orAscending(given.direction());
    for (Placed placed : ordered(questions, given)) {
      all.add(new Placed(all.size(), placed.position(), placed.question()));
    }
    this.matching =
        all.stream().filter(placed -> matcher.matches(placed.question(), null)).toList();
  }

  private static List<Placed> ordered(List<PublishedQuestion> questions, GuideQuestionOrder order) {
    List<Placed> ordered = new ArrayList<>();
    questions.forEach(
        question -> ordered.add(new Placed(ordered.size(), ordered.size(), question)));
    boolean descending = order.direction() == OrderDirection.DESC;
    if (order.field() == GuideQuestionOrderField.DIFFICULTY) {
      Comparator<Placed> easiest = Comparator.comparing(GuideQuestions::difficulty);
      ordered.sort(descending ? easiest.reversed() : easiest); // keeps the positions of equal ones
    } else if (descending) {
      Collections.reverse(ordered);
    }
    return ordered;
  }

  private static Difficulty difficulty(Placed placed) {
    Difficulty difficulty = placed.question().document().difficulty();
    return difficulty == null ? Difficulty.MEDIUM : difficulty;
  }

  /** Returns a page; rejects a cursor of another list, or of an order that has changed. */
  public Page<Placed> page(PageRequest request) {
    int after = place(request.after(), -1);
    int before = place(request.before(), Integer.MAX_VALUE);
    return Page.among(
        request,
        matching,
        placed -> placed.place() > after && placed.place() < before,
        placed -> cursors.print(scope, placed.sortKey()));
  }

  private int place(String cursor, int none) {
    String sortKey = cursors.read(scope, cursor);
    if (sortKey == null) {
      return none;
    }
    int place = Integer.parseInt(sortKey.substring(0, sortKey.indexOf(' ')));
    if (place >= all.size() || !all.get(place).sortKey().equals(sortKey)) {
      throw Cursors.refused();
    }
    return place;
  }

  /** Counts the questions as {@link FacetRepository} does. */
  public QuestionFacets facets() {
    Map<Facet, List<FacetValue>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Map<String, Integer> counts = new HashMap<>();
      all.stream()
          .map(Placed::question)
          .filter(question -> matcher.matches(question, facet))
          .flatMap(question -> matcher.values(question, facet).stream())
          .forEach(value -> counts.merge(value, 1, Integer::sum));
      facets.put(facet, FacetValue.mostFrequent(counts));
    }
    return FacetRepository.questions(facets);
  }
}
