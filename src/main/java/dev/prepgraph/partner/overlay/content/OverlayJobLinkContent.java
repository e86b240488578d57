package dev.prepgraph.partner.overlay.content;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "A link to a partner's jobs, as the partner wrote it. Label and URL may contain the placeholders of OverlayLinkContent, and must not name the role of another guide.")
@RegisterForReflection
public record OverlayJobLinkContent(
    @NonNull @Description("Label of the link, plain text of at most 100 characters.") String label,
    @NonNull
        @Description(
            "URL template, at most 1,000 characters: https, in ASCII, without a placeholder in its host.")
        String urlTemplate,
    @Description("Number of jobs, 0 to 10,000,000; null if it is not known.") Integer count) {}
