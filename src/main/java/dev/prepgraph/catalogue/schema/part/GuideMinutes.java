package dev.prepgraph.catalogue.schema.part;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Estimated time for a guide, in minutes.")
public record GuideMinutes(
    @NonNull
        @Description(
            "Time to read the page with its questions: its words in the language of the response, at 200 a minute, rounded up.")
        int reading,
    @NonNull @Description("Time to prepare answers: the sum of estimatedMinutes of its questions.")
        int learning) {}
