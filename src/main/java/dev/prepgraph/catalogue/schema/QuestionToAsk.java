package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question for the candidate to ask the interviewer.")
public record QuestionToAsk(
    @NonNull @Description("The question.") @Cost(weight = 1) String prompt,
    @NonNull
        @Description("Reason to ask, and what the answer reveals. Markdown.")
        @Cost(weight = 16)
        String rationale) {}
