package dev.prepgraph.practice;

import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.practice.schema.AnswerAssessment;
import dev.prepgraph.practice.schema.AssessAnswerInput;
import dev.prepgraph.practice.schema.AssessAnswerPayload;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** How users rate their own answers. */
@GraphQLApi
public class AssessmentApi {

  private final AssessmentService assessments;

  AssessmentApi(AssessmentService assessments) {
    this.assessments = assessments;
  }

  @Mutation
  @NonNull
  @Description(
      "Rates a revision of an answer by the criteria of its question. The rating stays with that revision, and is kept as long as it is.")
  public AssessAnswerPayload assessAnswer(
      @NonNull @Name("input") @Description("The rating.") AssessAnswerInput input) {
    return Payload.of(
        () -> new AssessAnswerPayload(assessments.assess(input), List.of()),
        errors -> new AssessAnswerPayload(null, errors));
  }

  @NonNull
  @Name("assessments")
  @Description(
      "How the user rated revisions of the answer, the newest revision first, at most 10 revisions.")
  @ListSize(assumedSize = 10)
  public List<@NonNull List<@NonNull AnswerAssessment>> assessmentsOfAnswers(
      @Source List<SavedAnswer> answers) {
    return assessments.ofAnswers(answers);
  }
}
