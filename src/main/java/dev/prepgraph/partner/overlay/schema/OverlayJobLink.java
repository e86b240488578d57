package dev.prepgraph.partner.overlay.schema;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A link to a partner's jobs on a guide.")
public record OverlayJobLink(
    @NonNull @Description("Label of the link, plain text.") @Cost(weight = 1) String label,
    @NonNull @Description("URL of the link, for this guide and language.") @Cost(weight = 5)
        String url,
    @Description("Number of jobs; null if it is not known.") Integer count,
    @NonNull @Description("Locale of the label, after fallback.") String resolvedLocale) {}
