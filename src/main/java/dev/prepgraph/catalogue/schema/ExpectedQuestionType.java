package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question type to expect in interviews for a role.")
public record ExpectedQuestionType(
    @NonNull @Description("The question type.") QuestionType type,
    @NonNull
        @Description("Expectations for this question type in interviews for the role. Markdown.")
        @Cost(weight = 16)
        String whatToExpect,
    @NonNull @Description("The `whatToExpect` as HTML and plain text.") @Cost(weight = 16)
        RichText whatToExpectRich,
    @NonNull @Description("Locale of the `whatToExpect`, after fallback.") String resolvedLocale) {}
