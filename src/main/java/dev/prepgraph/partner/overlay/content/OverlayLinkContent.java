package dev.prepgraph.partner.overlay.content;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "A partner's link or call to action, as the partner wrote it. Its texts and its URL may contain {title}, {slug}, {occupationCode} and {locale} of the guide, and must not name the role of another guide.")
@RegisterForReflection
public record OverlayLinkContent(
    @NonNull @Description("Place on the page.") LinkPlacement placement,
    @NonNull @Description("Heading, plain text of at most 150 characters.") String headline,
    @Description("Text below the heading, plain text of at most 500 characters.") String text,
    @NonNull @Description("Label of the link, plain text of at most 100 characters.") String label,
    @NonNull
        @Description(
            "URL template, at most 1,000 characters: https, in ASCII, without a placeholder in its host.")
        String urlTemplate) {}
