package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A level of a behaviourally anchored rating scale.")
public record RatingLevel(
    @NonNull @Description("1 (poor) to 5 (excellent).") int score,
    @NonNull @Description("Short label.") String label,
    @NonNull @Description("Observable behaviour at this level. Markdown.") @Cost(weight = 8)
        String descriptor,
    @NonNull @Description("The `descriptor` as HTML and plain text.") @Cost(weight = 8)
        RichText descriptorRich,
    @NonNull @Description("Locale of the label, after fallback.") String resolvedLocale) {}
