package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A kind of question, such as technical or behavioral; editors can add one.")
public record QuestionType(
    @NonNull @Description("Part of URLs; never changes.") String slug,
    @NonNull @Description("What people call it.") String name,
    @NonNull @Description("What such questions are for. Markdown.") @Cost(weight = 8)
        String description) {}
