package dev.prepgraph.partner.overlay.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.partner.overlay.content.ImageSlot;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("An image that a partner shows in place of another.")
public record OverlayImage(
    @NonNull @Description("The replaced image.") ImageSlot slot,
    @NonNull @Description("URL of the image.") @Cost(weight = 3) String url,
    @NonNull @Description("Alternative text for those who do not see it.") @Cost(weight = 1)
        String alt,
    @NonNull @Description("Locale of the alternative text, after fallback.")
        String resolvedLocale) {}
