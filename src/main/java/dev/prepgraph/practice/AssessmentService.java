package dev.prepgraph.practice;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.practice.schema.AnswerAssessment;
import dev.prepgraph.practice.schema.AssessAnswerInput;
import dev.prepgraph.practice.schema.CriterionRating;
import dev.prepgraph.practice.schema.CriterionRatingInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rules by which users rate their own answers. */
@ApplicationScoped
class AssessmentService {

  private static final int MOST_RATINGS = 20;

  private final AccountTransactions transactions;
  private final AssessmentRepository repository;
  private final QuestionService questions;

  AssessmentService(
      AccountTransactions transactions,
      AssessmentRepository repository,
      QuestionService questions) {
    this.transactions = transactions;
    this.repository = repository;
    this.questions = questions;
  }

  /**
   * Rates a revision of an answer.
   *
   * @throws UserErrorException when there is no such revision or a rating is wrong
   */
  AnswerAssessment assess(AssessAnswerInput input) {
    transactions.requireCaller();
    Map<String, Criterion> criteria = questions.criteria(null);
    Map<String, Integer> scores = scores(input.ratings(), criteria);
    return transactions.write(
        (session, account) -> {
          UUID answer =
              SavedAnswer.parseId(input.answerId())
                  .orElseThrow(
                      () ->
                          notFound(
                              "There is no such answer, or not this version of it", "answerId"));
          Set<String> ofQuestion =
              repository
                  .criteria(session, account, answer, input.version())
                  .orElseThrow(
                      () ->
                          notFound(
                              "There is no such answer, or not this version of it", "answerId"));
          if (!ofQuestion.containsAll(scores.keySet())) {
            throw notFound("The question does not ask for all of these criteria", "ratings");
          }
          repository.save(session, answer, input.version(), scores);
          return present(repository.ofRevision(session, account, answer, input.version()), criteria)
              .get(0);
        });
  }

  /** The scores by the slugs of their criteria, which are in order so that writes never cross. */
  private static Map<String, Integer> scores(
      List<CriterionRatingInput> ratings, Map<String, Criterion> criteria) {
    List<UserError> errors = new ArrayList<>();
    if (ratings.isEmpty() || ratings.size() > MOST_RATINGS) {
      throw new UserErrorException(
          UserErrorCode.INVALID, "Give 1 to " + MOST_RATINGS + " ratings", "input", "ratings");
    }
    Map<String, String> slugs =
        criteria.values().stream().collect(Collectors.toMap(Criterion::id, Criterion::slug));
    Map<String, Integer> scores = new TreeMap<>();
    for (CriterionRatingInput rating : ratings) {
      String slug = slugs.get(rating.criterionId());
      if (slug == null) {
        throw notFound("There is no such criterion", "ratings");
      }
      if (rating.score() < 1 || rating.score() > 5) {
        errors.add(UserError.of(UserErrorCode.INVALID, "A score is 1 to 5", "input", "ratings"));
      }
      if (scores.put(slug, rating.score()) != null) {
        errors.add(
            UserError.of(UserErrorCode.DUPLICATE, "A criterion is rated once", "input", "ratings"));
      }
    }
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
    return scores;
  }

  private static UserErrorException notFound(String message, String field) {
    return new UserErrorException(UserErrorCode.NOT_FOUND, message, "input", field);
  }

  /** How each answer was rated, the newest revision first. */
  List<List<AnswerAssessment>> ofAnswers(List<SavedAnswer> answers) {
    Set<UUID> keys = answers.stream().map(SavedAnswer::key).collect(Collectors.toSet());
    Map<UUID, List<AssessmentRepository.Rating>> found =
        transactions
            .read((session, account) -> repository.ofAnswers(session, account, keys))
            .orElse(List.of())
            .stream()
            .collect(Collectors.groupingBy(AssessmentRepository.Rating::answer));
    return answers.stream()
        .map(
            answer ->
                present(
                    found.getOrDefault(answer.key(), List.of()),
                    questions.criteria(answer.locale())))
        .toList();
  }

  private static List<AnswerAssessment> present(
      List<AssessmentRepository.Rating> ratings, Map<String, Criterion> criteria) {
    return ratings.stream()
        .collect(
            Collectors.groupingBy(
                AssessmentRepository.Rating::version, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            revision ->
                new AnswerAssessment(
                    revision.getKey(),
                    latest(revision.getValue()),
                    ratings(revision.getValue(), criteria)))
        .toList();
  }

  private static Instant latest(List<AssessmentRepository.Rating> ratings) {
    return ratings.stream()
        .map(AssessmentRepository.Rating::assessedAt)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static List<CriterionRating> ratings(
      List<AssessmentRepository.Rating> ratings, Map<String, Criterion> criteria) {
    return ratings.stream()
        .filter(rating -> criteria.containsKey(rating.criterion()))
        .map(rating -> new CriterionRating(criteria.get(rating.criterion()), rating.score()))
        .toList();
  }
}
