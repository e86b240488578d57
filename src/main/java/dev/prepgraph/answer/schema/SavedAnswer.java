package dev.prepgraph.answer.schema;

import dev.prepgraph.answer.AnswerService;
import dev.prepgraph.common.Cost;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** The user's own answer to a question. */
@Description("The user's own answer to a question. Nobody else can see it.")
@Cost(weight = 4 * Cost.LONG_TEXT)
public record SavedAnswer(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @Description("The free text; null where the parts of STAR are used. Markdown.") String body,
    @Description("The parts of STAR; null where free text is used.") StarAnswer star,
    @NonNull @Description("How far it is.") SavedAnswerStatus status,
    @NonNull @Description("Grows by one with every save; send it back as expectedVersion.")
        int version,
    @NonNull @Description("True when the question changed since the answer was written.")
        boolean stale,
    @NonNull @Description("When it was saved first.") Instant createdAt,
    @NonNull @Description("When it was saved last.") Instant updatedAt,
    @Ignore UUID key,
    @Ignore UUID questionKey,
    @Ignore String locale)
    implements Node {

  /** The key of the answer that a node id names; empty when it is no answer's id. */
  public static Optional<UUID> parseId(String id) {
    return NodeId.parse(AnswerService.KIND, id);
  }

  /**
   * The batch loader keys by these records: a version of an answer is all that tells them apart.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof SavedAnswer that
        && key.equals(that.key)
        && version == that.version
        && String.valueOf(locale).equals(String.valueOf(that.locale));
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + version;
  }
}
