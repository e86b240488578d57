package dev.prepgraph.catalogue;

import dev.prepgraph.graphql.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A question that candidates often have about the role or its interviews. */
@Description("A question that candidates often have about the role or its interviews.")
public record Faq(
    @NonNull @Description("The question.") String question,
    @NonNull @Description("Markdown.") @Cost(weight = 16) String answer) {}
