package dev.prepgraph.partner.overlay.content;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("An image that a partner shows in place of another, as the partner wrote it.")
@RegisterForReflection
public record OverlayImageContent(
    @NonNull @Description("The replaced image; at most one image of a slot.") ImageSlot slot,
    @NonNull @Description("URL of the image, https, at most 1,000 characters.") String url,
    @NonNull @Description("Alternative text for those who do not see it, at most 300 characters.")
        String alt) {}
