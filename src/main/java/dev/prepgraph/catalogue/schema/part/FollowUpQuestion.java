package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question that interviewers ask next.")
public record FollowUpQuestion(
    @NonNull @Description("Wording of the question.") @Cost(weight = 1) String prompt,
    @Description("Advice on the answer. Markdown.") @Cost(weight = 16) String howToAnswer,
    @Description("The `howToAnswer` as HTML and plain text.") @Cost(weight = 16)
        RichText howToAnswerRich,
    @NonNull @Description("Locale of the prompt, after fallback.") String resolvedLocale) {}
