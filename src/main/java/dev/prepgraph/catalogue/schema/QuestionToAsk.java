package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question that the candidate can ask the interviewer.")
public record QuestionToAsk(
    @NonNull @Description("The question.") @Cost(weight = 1) String prompt,
    @NonNull @Description("Why to ask it and what the answer tells. Markdown.") @Cost(weight = 16)
        String rationale) {}
