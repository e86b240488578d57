package dev.prepgraph.partner.usage.schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@RegisterForReflection
@Description("The use of a deprecated field, argument or input field.")
public record DeprecatedUsage(
    @NonNull
        @Description(
            "Type and name, for example RoleGuideFilterInput.family; an argument in parentheses.")
        String name,
    @NonNull @Description("Number of operations, with responses from the cache.") int count,
    @NonNull @Description("Last day of its use, in UTC.") LocalDate lastUsedOn) {}
