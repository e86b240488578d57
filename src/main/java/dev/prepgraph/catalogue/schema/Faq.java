package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A frequent question of candidates about the role or its interviews.")
public record Faq(
    @NonNull @Description("The question.") String question,
    @NonNull @Description("Markdown.") @Cost(weight = 16) String answer) {}
