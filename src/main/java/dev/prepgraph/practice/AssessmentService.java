package dev.prepgraph.practice;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.answer.AnswerService;
import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.catalogue.CriterionService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.practice.model.AssessmentEntity;
import dev.prepgraph.practice.schema.AnswerAssessment;
import dev.prepgraph.practice.schema.AssessAnswerInput;
import dev.prepgraph.practice.schema.CriterionRating;
import dev.prepgraph.practice.schema.CriterionRatingInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rules of the ratings of answers. */
@ApplicationScoped
class AssessmentService {

  private static final int MAX_RATINGS = 20;

  /** The newest rated revisions of an answer. */
  private static final int SHOWN_REVISIONS = 10;

  private final AccountTransactions transactions;
  private final AssessmentRepository repository;
  private final QuestionService questions;
  private final CriterionService criterionService;
  private final PracticeConfig config;

  AssessmentService(
      AccountTransactions transactions,
      AssessmentRepository repository,
      QuestionService questions,
      CriterionService criterionService,
      PracticeConfig config) {
    this.transactions = transactions;
    this.repository = repository;
    this.questions = questions;
    this.criterionService = criterionService;
    this.config = config;
  }

  /** Rates a revision of an answer; a rating by a criterion replaces the earlier one. */
  AnswerAssessment assess(AssessAnswerInput input) {
    transactions.requireCaller();
    Map<String, Criterion> criteria = criterionService.bySlug(null);
    Map<String, Integer> scores = scores(input.ratings(), criteria);
    return transactions.write(
        () -> {
          UUID answer =
              AnswerService.key(input.answerId()).orElseThrow(AssessmentService::noRevision);
          AssessmentRepository.Target target =
              repository.target(answer, input.version()).orElseThrow(AssessmentService::noRevision);
          if (!criteria(target.question()).containsAll(scores.keySet())) {
            throw UserErrorException.notFound("criteria of the question", "input", "ratings");
          }
          Collection<AssessmentEntity> rated =
              rate(answer, input.version(), scores, target.assessments());
          return present(rated, criteria).get(0);
        });
  }

  /** The slugs of the criteria of a question, in its last published form. */
  private Set<String> criteria(UUID question) {
    return questions.everPublished(List.of(question), null).get(question).criteria().stream()
        .map(Criterion::slug)
        .collect(Collectors.toSet());
  }

  private Collection<AssessmentEntity> rate(
      UUID answer, int version, Map<String, Integer> scores, long assessments) {
    Instant now = transactions.account().now();
    Map<String, AssessmentEntity> rated = new HashMap<>();
    repository.ofRevision(answer, version).forEach(r -> rated.put(r.key.criterion(), r));
    long more = scores.keySet().stream().filter(c -> !rated.containsKey(c)).count();
    if (more > 0) {
      PracticeService.checkLimit(
          assessments + more - 1, config.assessmentsPerUser(), "A user has at most %d assessments");
    }
    scores.forEach(
        (criterion, score) -> {
          AssessmentEntity known = rated.get(criterion);
          if (known == null) {
            var key = new AssessmentEntity.Key(answer, version, criterion);
            AssessmentEntity added = new AssessmentEntity(key, score, now);
            repository.persist(added);
            rated.put(criterion, added);
          } else {
            known.rate(score, now);
          }
        });
    return rated.values();
  }

  /** The scores by criterion slug. */
  private static Map<String, Integer> scores(
      List<CriterionRatingInput> ratings, Map<String, Criterion> criteria) {
    List<UserError> errors = new ArrayList<>();
    if (ratings.isEmpty() || ratings.size() > MAX_RATINGS) {
      throw new UserErrorException(
          UserErrorCode.INVALID,
          "ratings must have 1 to " + MAX_RATINGS + " entries",
          "input",
          "ratings");
    }
    Map<String, String> slugs =
        criteria.values().stream().collect(Collectors.toMap(Criterion::id, Criterion::slug));
    Map<String, Integer> scores = new TreeMap<>();
    boolean unratable = false;
    for (CriterionRatingInput rating : ratings) {
      String slug = slugs.get(rating.criterionId());
      if (slug == null) {
        throw UserErrorException.notFound("published criteria", "input", "ratings");
      }
      unratable |= criteria.get(slug).levels().isEmpty();
      if (rating.score() < 1 || rating.score() > 5) {
        errors.add(UserError.of(UserErrorCode.INVALID, "score must be 1 to 5", "input", "ratings"));
      }
      if (scores.put(slug, rating.score()) != null) {
        errors.add(
            UserError.of(
                UserErrorCode.DUPLICATE,
                "ratings must have one entry per criterion",
                "input",
                "ratings"));
      }
    }
    if (unratable) {
      String message = "ratings must be by criteria with levels";
      errors.add(UserError.of(UserErrorCode.INVALID, message, "input", "ratings"));
    }
    UserErrorException.throwIfAny(errors);
    return scores;
  }

  private static UserErrorException noRevision() {
    return UserErrorException.notFound(
        "an existing answer with a revision of this version", "input", "answerId");
  }

  /** The ratings of answers, the newest revision first. */
  List<List<AnswerAssessment>> ofAnswers(List<SavedAnswer> answers) {
    Set<UUID> keys = answers.stream().map(SavedAnswer::key).collect(Collectors.toSet());
    Map<UUID, List<AssessmentEntity>> found =
        transactions
            .read(() -> repository.ofAnswers(keys, SHOWN_REVISIONS))
            .orElse(List.of())
            .stream()
            .collect(Collectors.groupingBy(rating -> rating.key.answerId()));
    return answers.stream()
        .map(
            answer ->
                present(
                    found.getOrDefault(answer.key(), List.of()),
                    criterionService.bySlug(answer.locale())))
        .toList();
  }

  private static List<AnswerAssessment> present(
      Collection<AssessmentEntity> ratings, Map<String, Criterion> criteria) {
    Map<Integer, List<AssessmentEntity>> byVersion =
        ratings.stream()
            .sorted(Comparator.comparing(rating -> rating.key.criterion()))
            .collect(
                Collectors.groupingBy(
                    rating -> rating.key.version(),
                    () -> new TreeMap<Integer, List<AssessmentEntity>>(Comparator.reverseOrder()),
                    Collectors.toList()));
    return byVersion.entrySet().stream()
        .map(revision -> present(revision.getKey(), revision.getValue(), criteria))
        .toList();
  }

  private static AnswerAssessment present(
      int version, List<AssessmentEntity> ratings, Map<String, Criterion> criteria) {
    return new AnswerAssessment(
        version,
        ratings.stream().map(r -> r.assessedAt).max(Comparator.naturalOrder()).orElseThrow(),
        ratings.stream()
            .filter(rating -> criteria.containsKey(rating.key.criterion()))
            .map(rating -> new CriterionRating(criteria.get(rating.key.criterion()), rating.score))
            .toList());
  }
}
