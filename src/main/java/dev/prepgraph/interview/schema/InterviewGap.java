package dev.prepgraph.interview.schema;

import dev.prepgraph.richtext.RichText;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Description("A question or a criterion to improve at.")
public record InterviewGap(
    @Description("The user's note. Markdown.") String note,
    @Ignore UUID questionKey,
    @Ignore String criterionSlug,
    @Ignore String locale) {
  @Description("The `note` as HTML and plain text.")
  public RichText getNoteRich() {
    return RichText.ofUser(note);
  }
}
