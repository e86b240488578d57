package dev.prepgraph.interview.schema;

import dev.prepgraph.richtext.RichText;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question asked in an interview.")
public record AskedQuestion(
    @Description("Wording in the interview; null for the wording of the catalogue.") String text,
    @NonNull @Description("Rating of the user's answer, 1 (poor) to 5 (excellent).") int rating,
    @Description("The user's notes. Markdown.") String notes,
    @Ignore UUID questionKey,
    @Ignore String locale) {
  @Description("The `notes` as HTML and plain text.")
  public RichText getNotesRich() {
    return RichText.ofUser(notes);
  }
}
