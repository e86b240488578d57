package dev.prepgraph.catalogue.schema.part;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A role's place in a classification of occupations.")
public record Occupation(
    @NonNull @Description("The classification.") OccupationScheme scheme,
    @NonNull @Description("Code in the classification.") String code,
    @Description("URI of the occupation.") String uri) {}
