package dev.prepgraph.interview.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.richtext.RichText;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The user's debrief of an interview.")
@Cost(weight = 46 * Cost.LONG_TEXT)
public record InterviewDebrief(
    @NonNull
        @Description(
            "Questions asked, in the user's order. The next plan prioritizes questions of the catalogue rated 1 or 2.")
        @ListSize(assumedSize = 100)
        List<@NonNull AskedQuestion> askedQuestions,
    @NonNull
        @Description("Questions and criteria to improve at. The next plan prioritizes them.")
        @ListSize(assumedSize = 100)
        List<@NonNull InterviewGap> gaps,
    @Description("Notes on the interview as a whole. Markdown.") String notes,
    @NonNull @Description("Time of the last save.") Instant savedAt) {
  @Description("The `notes` as HTML and plain text.")
  public RichText getNotesRich() {
    return RichText.ofUser(notes);
  }
}
