package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.richtext.RichText;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question for the candidate to ask the interviewer.")
public record QuestionToAsk(
    @Id @NonNull @Description("Opaque, globally unique, stable while the guide and the slug are.")
        String id,
    @NonNull @Description("Anchor, unique in the guide; made from the question by default.")
        String slug,
    @NonNull @Description("The question.") @Cost(weight = 1) String prompt,
    @NonNull
        @Description("Reason to ask, and what the answer reveals. Markdown.")
        @Cost(weight = 16)
        String rationale,
    @NonNull @Description("The `rationale` as HTML and plain text.") @Cost(weight = 16)
        RichText rationaleRich,
    @NonNull @Description("Locale of the prompt, after fallback.") String resolvedLocale)
    implements Node {

  public static final char KIND = 'K';

  /** The id of an entry of a guide. */
  public static String id(UUID guide, String slug) {
    return new NodeId(KIND, guide, slug).toString();
  }
}
