package dev.prepgraph.practice.session;

import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question of a session with its answer.")
@Cost(weight = Cost.LONG_TEXT)
public record PracticeSessionQuestion(
    @NonNull @Description("Position in the session, from 1.") int position,
    @NonNull
        @Description(
            "Deadline: minutesEach for the question and each earlier one, counted from the start. Time saved on a question extends the next.")
        Instant deadline,
    @Description("Answer; null until the first save. Markdown.") String body,
    @Description("Time of the last save.") Instant answeredAt,
    @NonNull @Description("Whether the last save was after the deadline; false without an answer.")
        boolean answeredLate,
    @NonNull
        @Description("Increases by one with each save, from 0; expectedVersion of the next save.")
        int version,
    @Ignore UUID questionKey,
    @Ignore String locale) {
  @Description("The `body` as HTML and plain text.")
  public RichText getBodyRich() {
    return RichText.ofUser(body);
  }
}
