package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.ListSize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The current publication.")
public record Catalogue(
    @NonNull @Description("Increases with each publication; 0 before the first.") int revision,
    @Description("Time of the publication; null before the first.") Instant publishedAt,
    @NonNull
        @Description("Locales of published texts, the default first.")
        @ListSize(assumedSize = 100)
        List<@NonNull String> locales) {}
