package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question that interviewers ask next.")
public record FollowUpQuestion(
    @NonNull @Description("Wording of the question.") @Cost(weight = 1) String prompt,
    @Description("Advice on the answer. Markdown.") @Cost(weight = 16) String howToAnswer) {}
