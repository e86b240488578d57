package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("An answer to learn from.")
public record SampleAnswer(
    @NonNull @Description("What it is meant to show.") SampleAnswerKind kind,
    @NonNull @Description("Markdown.") @Cost(weight = 16) String body) {}
