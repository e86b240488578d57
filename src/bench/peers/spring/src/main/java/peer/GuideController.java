package peer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Each relation is one statement for all objects of a level. */
@Controller
class GuideController {

  record QuestionConnection(long totalCount, List<QuestionEdge> edges) {

    static QuestionConnection of(Page<Question> page) {
      return new QuestionConnection(
          page.getTotalElements(), page.map(QuestionEdge::new).getContent());
    }
  }

  record QuestionEdge(Question node) {}

  private final GuideRepository guides;
  private final QuestionRepository questions;
  private final CriterionRepository criteria;

  GuideController(
      GuideRepository guides, QuestionRepository questions, CriterionRepository criteria) {
    this.guides = guides;
    this.questions = questions;
    this.criteria = criteria;
  }

  @QueryMapping
  Optional<Guide> roleGuide(@Argument String slug) {
    return guides.findBySlug(slug);
  }

  @SchemaMapping(typeName = "RoleGuide")
  QuestionConnection questions(Guide guide, @Argument int first) {
    return QuestionConnection.of(questions.ofGuide(guide, PageRequest.of(0, first)));
  }

  @BatchMapping(typeName = "RoleGuide")
  Map<Guide, List<Guide.ExpectedQuestionType>> questionTypes(List<Guide> of) {
    return Child.group(of, Guide::getId, guides.questionTypes(of));
  }

  @BatchMapping(typeName = "RoleGuide", field = "criteria")
  Map<Guide, List<Criterion>> criteriaOfGuides(List<Guide> of) {
    return Child.group(of, Guide::getId, guides.criteria(of));
  }

  @BatchMapping(typeName = "RoleGuide")
  Map<Guide, List<Guide.QuestionToAsk>> questionsToAsk(List<Guide> of) {
    return Child.group(of, Guide::getId, guides.questionsToAsk(of));
  }

  @BatchMapping(typeName = "RoleGuide")
  Map<Guide, List<Guide.Faq>> faqs(List<Guide> of) {
    return Child.group(of, Guide::getId, guides.faqs(of));
  }

  @BatchMapping(typeName = "RoleGuide")
  Map<Guide, List<Guide>> relatedGuides(List<Guide> of) {
    return Child.group(of, Guide::getId, guides.relatedGuides(of));
  }

  @BatchMapping(typeName = "Question")
  Map<Question, List<Question.SampleAnswer>> answers(List<Question> of) {
    return Child.group(of, Question::getId, questions.answers(of));
  }

  @BatchMapping(typeName = "Question", field = "criteria")
  Map<Question, List<Criterion>> criteriaOfQuestions(List<Question> of) {
    return Child.group(of, Question::getId, questions.criteria(of));
  }

  @BatchMapping(typeName = "Criterion")
  Map<Criterion, List<Criterion.RatingLevel>> levels(List<Criterion> of) {
    return Child.group(of, Criterion::getId, criteria.levels(of));
  }
}
