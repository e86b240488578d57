package dev.prepgraph.partner.usage.schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@RegisterForReflection
@Description("A search without result.")
public record EmptySearchUsage(
    @NonNull @Description("Text in lower case, at most 100 characters.") String text,
    @NonNull @Description("Number of searches, on days with at least 5 equal ones.") int count) {}
