package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("InterviewGapInput")
@Description("Either a question or a criterion to improve at.")
public record InterviewGapInput(
    @Id @Description("The question.") String questionId,
    @Id @Description("The criterion.") String criterionId,
    @Description("Markdown, at most 2,000 characters.") String note) {}
