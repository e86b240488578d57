package dev.prepgraph.partner.usage.schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@RegisterForReflection
@Description("How often something was used.")
public record UsageCount(
    @NonNull @Description("Type and root field of an operation, or type and name of a field.")
        String name,
    @NonNull @Description("Number of operations, with responses from the cache.") int count) {}
