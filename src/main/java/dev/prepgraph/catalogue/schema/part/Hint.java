package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A hint for practice.")
public record Hint(@NonNull @Description("Markdown.") @Cost(weight = 16) String body) {}
