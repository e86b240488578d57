package dev.prepgraph.practice.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The user's progress in the published questions of a guide.")
public record GuideProgress(
    @NonNull @Description("Number of questions with a saved answer.") int answered,
    @NonNull @Description("Number of questions with a READY answer.") int ready,
    @NonNull @Description("Number of practised questions.") int practised,
    @NonNull @Description("Number of practised questions that are due now.") int due,
    @NonNull @Description("Number of questions of the guide.") int total) {}
