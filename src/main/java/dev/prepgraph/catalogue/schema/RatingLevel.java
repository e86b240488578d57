package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One step of a behaviourally anchored rating scale.")
public record RatingLevel(
    @NonNull @Description("1 (poor) to 5 (excellent).") int score,
    @NonNull @Description("The step in a word.") String label,
    @NonNull @Description("What a person at this level is seen to do. Markdown.") @Cost(weight = 8)
        String descriptor) {}
