package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.ListSize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The current publication.")
public record Catalogue(
    @NonNull @Description("Grows with every publication; 0 before the first.") int revision,
    @Description("When that publication was; null before the first.") Instant publishedAt,
    @NonNull
        @Description("The locales in which something is published, the default one first.")
        @ListSize(assumedSize = 100)
        List<@NonNull String> locales) {}
