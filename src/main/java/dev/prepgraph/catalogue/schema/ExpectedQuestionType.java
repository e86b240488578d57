package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A kind of question that interviews for a role contain.")
public record ExpectedQuestionType(
    @NonNull @Description("The kind.") QuestionType type,
    @NonNull
        @Description(
            "What a candidate for this role should expect of this kind of question. Markdown.")
        @Cost(weight = 16)
        String whatToExpect) {}
