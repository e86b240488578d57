package dev.prepgraph.partner.overlay.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.partner.overlay.content.LinkPlacement;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A partner's link or call to action on a guide.")
public record OverlayLink(
    @NonNull @Description("Place on the page.") LinkPlacement placement,
    @NonNull @Description("Heading, plain text.") @Cost(weight = 1) String headline,
    @Description("Text below the heading, plain text.") @Cost(weight = 2) String text,
    @NonNull @Description("Label of the link, plain text.") @Cost(weight = 1) String label,
    @NonNull @Description("URL of the link, for this guide and language.") @Cost(weight = 5)
        String url,
    @NonNull @Description("Locale of the texts, after fallback.") String resolvedLocale) {}
