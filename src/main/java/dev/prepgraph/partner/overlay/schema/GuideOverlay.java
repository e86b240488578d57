package dev.prepgraph.partner.overlay.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.richtext.RichText;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "What a partner adds to a guide. Links of a placement, job links and notes are those of the guide, else those of its family, else those of all guides.")
public record GuideOverlay(
    @NonNull @Description("Own questions.") @ListSize(assumedSize = 20)
        List<@NonNull OverlayQuestion> questions,
    @NonNull
        @Description(
            "Links and calls to action, by placement. One whose URL needs an occupation code is left out where the guide has none.")
        @ListSize(assumedSize = 12)
        List<@NonNull OverlayLink> links,
    @NonNull
        @Description(
            "Links to jobs. One whose URL needs an occupation code is left out where the guide has none.")
        @ListSize(assumedSize = 10)
        List<@NonNull OverlayJobLink> jobLinks,
    @Description("Notes on the brand. Markdown.") @Cost(weight = 8) String brandingNotes,
    @Description("The `brandingNotes` as HTML and plain text.") @Cost(weight = 8)
        RichText brandingNotesRich,
    @NonNull @Description("Replaced images, at most one of a slot.") @ListSize(assumedSize = 3)
        List<@NonNull OverlayImage> images,
    @NonNull
        @Description("Locale of the most specific part, after fallback; each text says its own.")
        String resolvedLocale,
    @NonNull @Description("Whether drafts are shown, by a preview token.") boolean preview) {}
