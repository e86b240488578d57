package dev.prepgraph.answer.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.federation.Key;
import dev.prepgraph.node.Federated;
import dev.prepgraph.node.Node;
import dev.prepgraph.richtext.RichText;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Key(fields = "id")
@Description("The user's own answer to a question. Visible to its user only.")
@Cost(weight = 4 * Cost.LONG_TEXT)
public record SavedAnswer(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @Description("Free text; null for a STAR answer. Markdown.") String body,
    @Description("Parts of a STAR answer; null for free text.") StarAnswer star,
    @NonNull @Description("Status.") SavedAnswerStatus status,
    @NonNull @Description("Increases by one with each save; expectedVersion of the next save.")
        int version,
    @NonNull @Description("Whether the question changed since the last save.") boolean stale,
    @NonNull @Description("Time of the first save.") Instant createdAt,
    @NonNull @Description("Time of the last save.") Instant updatedAt,
    @Ignore UUID key,
    @Ignore UUID questionKey,
    @Ignore String locale)
    implements Node, Federated {

  public static final char KIND = 'A';

  @Description("The `body` as HTML and plain text.")
  public RichText getBodyRich() {
    return RichText.ofUser(body);
  }
}
