package dev.prepgraph.answer.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Immutable content of an answer after one save.")
@Cost(weight = 4 * Cost.LONG_TEXT)
public record AnswerRevision(
    @NonNull @Description("Version of the answer.") int version,
    @Description("Free text; null for a STAR answer. Markdown.") String body,
    @Description("Parts of a STAR answer; null for free text.") StarAnswer star,
    @NonNull @Description("Status after the save.") SavedAnswerStatus status,
    @NonNull @Description("Time of the save.") Instant savedAt) {
  @Description("The `body` as HTML and plain text.")
  public RichText getBodyRich() {
    return RichText.ofUser(body);
  }
}
