package dev.prepgraph.catalogue.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A match of a search.")
public record SearchHit(
    @NonNull @Description("The matching object.") SearchResult result,
    @NonNull
        @Description(
            "The matching passage as plain text, with matched words between double asterisks (**).")
        String excerpt,
    @NonNull @Description("Locale of the excerpt, after fallback.") String resolvedLocale) {}
