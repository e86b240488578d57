package dev.prepgraph.partner.overlay.content;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * What a partner adds to guides in one language, also as stored JSON, where lists may be absent.
 */
@Description("What a partner adds to guides in one language, as the partner wrote it.")
@RegisterForReflection
public record OverlayContent(
    @NonNull @Description("Language, as a BCP 47 tag.") String locale,
    @NonNull @Description("Own questions.") @ListSize(assumedSize = 20)
        List<@NonNull OverlayQuestionContent> questions,
    @NonNull @Description("Links and calls to action.") @ListSize(assumedSize = 12)
        List<@NonNull OverlayLinkContent> links,
    @NonNull @Description("Links to jobs.") @ListSize(assumedSize = 10)
        List<@NonNull OverlayJobLinkContent> jobLinks,
    @Description("Notes on the brand. Markdown.") @Cost(weight = 8) String brandingNotes,
    @NonNull @Description("Replaced images, at most one of a slot.") @ListSize(assumedSize = 3)
        List<@NonNull OverlayImageContent> images) {

  public OverlayContent {
    questions = given(questions);
    links = given(links);
    jobLinks = given(jobLinks);
    images = given(images);
  }

  private static <T> List<T> given(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
