package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question type, such as technical or behavioral; editors can add types.")
public record QuestionType(
    @NonNull @Description("Unique name for URLs; never changes.") String slug,
    @NonNull @Description("Display name.") String name,
    @NonNull @Description("Purpose of such questions. Markdown.") @Cost(weight = 8)
        String description) {}
