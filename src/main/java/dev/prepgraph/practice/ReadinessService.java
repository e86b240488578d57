package dev.prepgraph.practice;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.practice.PracticeRepository.Preparation;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.fsrs.ReadinessFormula;
import dev.prepgraph.practice.schema.CriterionRating;
import dev.prepgraph.practice.schema.CriterionReadiness;
import dev.prepgraph.practice.schema.QuestionReadiness;
import dev.prepgraph.practice.schema.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Computes the readiness for interviews. */
@ApplicationScoped
class ReadinessService {

  private final AccountTransactions transactions;
  private final PracticeRepository repository;
  private final GuideService guides;
  private final QuestionService questions;
  private final Fsrs fsrs = new Fsrs();

  ReadinessService(
      AccountTransactions transactions,
      PracticeRepository repository,
      GuideService guides,
      QuestionService questions) {
    this.transactions = transactions;
    this.repository = repository;
    this.guides = guides;
    this.questions = questions;
  }

  /** Null for an unknown guide. */
  Readiness of(String guideId, String locale) {
    return guides.find(guideId, locale).map(this::of).orElse(null);
  }

  private Readiness of(RoleGuide guide) {
    List<Question> ofGuide = questions.ofGuide(guide);
    List<UUID> keys = ofGuide.stream().map(Question::key).toList();
    return transactions
        .read(() -> of(guide, ofGuide, repository.preparations(guide.key(), keys)))
        .orElseThrow();
  }

  private Readiness of(
      RoleGuide guide, List<Question> ofGuide, Map<UUID, Preparation> preparations) {
    Instant predictedFor =
        preparations.values().stream()
            .findAny()
            .map(Preparation::interviewAt)
            .orElse(transactions.account().now());
    List<QuestionReadiness> ready =
        ofGuide.stream().map(question -> of(question, preparations.get(question.key()))).toList();
    List<CriterionReadiness> criteria =
        ReadinessFormula.criteria(guide.criteria(), ready).stream()
            .map(criterion -> ReadinessFormula.of(criterion, ready))
            .toList();
    return new Readiness(
        guide,
        ReadinessFormula.score(criteria, ready),
        ReadinessFormula.TEXT,
        predictedFor,
        criteria,
        ready);
  }

  private QuestionReadiness of(Question question, Preparation preparation) {
    List<CriterionRating> ratings =
        question.criteria().stream()
            .filter(criterion -> preparation.ratings().containsKey(criterion.slug()))
            .map(
                criterion ->
                    new CriterionRating(criterion, preparation.ratings().get(criterion.slug())))
            .toList();
    double recall =
        preparation.card() == null ? 0 : preparation.card().recall(fsrs, preparation.interviewAt());
    return new QuestionReadiness(question, preparation.answered(), recall, ratings);
  }
}
