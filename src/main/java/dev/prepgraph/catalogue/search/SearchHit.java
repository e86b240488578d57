package dev.prepgraph.catalogue.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A match of a search.")
public record SearchHit(
    @NonNull @Description("What was found.") SearchResult result,
    @NonNull
        @Description(
            "The matching passage: plain text in which the matched words stand between two asterisks (**).")
        String excerpt) {}
