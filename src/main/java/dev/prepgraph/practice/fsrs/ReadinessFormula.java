package dev.prepgraph.practice.fsrs;

import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.practice.schema.CriterionReadiness;
import dev.prepgraph.practice.schema.QuestionReadiness;
import java.util.List;
import java.util.stream.Stream;

/** The formula of readiness; every change gets a new version. */
public final class ReadinessFormula {

  /** Published, so that clients can recompute the scores. */
  public static final String TEXT =
      "2: criterion.score = 0.4 * answered / total + 0.4 * recall + 0.2 * rating,"
          + " of a criterion without levels 0.5 * answered / total + 0.5 * recall, 0 where total is 0;"
          + " score = (sum of criterion.score * total + sum of 0.5 * answered + 0.5 * recall of the questions without criteria)"
          + " / (sum of total + number of questions without criteria), 0 where that is 0";

  private static final double ANSWERED = 0.4;
  private static final double RECALL = 0.4;
  private static final double RATING = 0.2;

  /** The weight of answers and of recall where no rating is possible. */
  private static final double UNRATED = 0.5;

  private static final double WORST_SCORE = 1;
  private static final double BEST_SCORE = 5;

  private ReadinessFormula() {}

  public static CriterionReadiness of(Criterion criterion, List<QuestionReadiness> questions) {
    int answered = 0;
    int total = 0;
    double recall = 0;
    double rating = 0;
    for (QuestionReadiness question : questions) {
      if (question.question().criteria().contains(criterion)) {
        total++;
        answered += question.answered() ? 1 : 0;
        recall += question.recall();
        rating += rating(criterion, question);
      }
    }
    if (total == 0) {
      return new CriterionReadiness(criterion, 0, 0, 0, 0, 0);
    }
    recall /= total;
    rating /= total;
    double score =
        criterion.levels().isEmpty()
            ? UNRATED * answered / total + UNRATED * recall
            : ANSWERED * answered / total + RECALL * recall + RATING * rating;
    return new CriterionReadiness(criterion, score, answered, total, recall, rating);
  }

  private static double rating(Criterion criterion, QuestionReadiness question) {
    return question.ratings().stream()
        .filter(rated -> rated.criterion().equals(criterion))
        .mapToDouble(rated -> (rated.score() - WORST_SCORE) / (BEST_SCORE - WORST_SCORE))
        .sum();
  }

  /** The score of a guide, from its criteria and its questions without criteria. */
  public static double score(List<CriterionReadiness> criteria, List<QuestionReadiness> questions) {
    double sum = 0;
    int total = 0;
    for (CriterionReadiness criterion : criteria) {
      sum += criterion.score() * criterion.total();
      total += criterion.total();
    }
    for (QuestionReadiness question : questions) {
      if (question.question().criteria().isEmpty()) {
        sum += UNRATED * (question.answered() ? 1 : 0) + UNRATED * question.recall();
        total++;
      }
    }
    return total == 0 ? 0 : sum / total;
  }

  /** The criteria of the guide in its order, then other criteria of its questions. */
  public static List<Criterion> criteria(
      List<Criterion> ofGuide, List<QuestionReadiness> questions) {
    return Stream.concat(
            ofGuide.stream(), questions.stream().flatMap(q -> q.question().criteria().stream()))
        .distinct()
        .toList();
  }
}
