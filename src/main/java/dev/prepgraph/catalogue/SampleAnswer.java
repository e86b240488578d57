package dev.prepgraph.catalogue;

import dev.prepgraph.graphql.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An answer to learn from. */
@Description("An answer to learn from.")
public record SampleAnswer(
    @NonNull @Description("What it is meant to show.") SampleAnswerKind kind,
    @NonNull @Description("Markdown.") @Cost(weight = 16) String body) {}
