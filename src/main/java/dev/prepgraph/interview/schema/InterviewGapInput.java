package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** What the user must get better at. */
@Input("InterviewGapInput")
@Description("What the user must get better at: either a question or a criterion.")
public record InterviewGapInput(
    @Id @Description("The question.") String questionId,
    @Id @Description("The criterion.") String criterionId,
    @Description("Markdown, at most 2,000 characters.") String note) {}
