package dev.prepgraph.partner.overlay.schema;

import dev.prepgraph.partner.overlay.content.OverlayContent;
import dev.prepgraph.partner.overlay.content.OverlayImageContent;
import dev.prepgraph.partner.overlay.content.OverlayJobLinkContent;
import dev.prepgraph.partner.overlay.content.OverlayLinkContent;
import dev.prepgraph.partner.overlay.content.OverlayQuestionContent;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("OverlayContentInput")
@Description("What a partner adds to guides in one language.")
public record OverlayContentInput(
    @NonNull @Description("Language, as a BCP 47 tag; each at most once in an overlay.")
        String locale,
    @Nullable @Description("Own questions, at most 20; for a guide only.")
        List<@NonNull OverlayQuestionContent> questions,
    @Nullable @Description("Links and calls to action, at most 12.")
        List<@NonNull OverlayLinkContent> links,
    @Nullable @Description("Links to jobs, at most 10.")
        List<@NonNull OverlayJobLinkContent> jobLinks,
    @Description("Notes on the brand. Markdown without HTML, at most 2,000 characters.")
        String brandingNotes,
    @Nullable @Description("Replaced images, at most one of a slot; for a guide only.")
        List<@NonNull OverlayImageContent> images) {

  public OverlayContent toContent() {
    return new OverlayContent(locale, questions, links, jobLinks, brandingNotes, images);
  }
}
