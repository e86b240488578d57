package dev.prepgraph.partner.usage.schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@RegisterForReflection
@Description("The usage of a day.")
public record PartnerUsageDay(
    @NonNull @Description("The day, in UTC.") LocalDate date,
    @NonNull @Description("Number of operations, with responses from the cache.") int operations) {}
