package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.richtext.RichText;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A frequent question of candidates about the role or its interviews.")
public record Faq(
    @Id @NonNull @Description("Opaque, globally unique, stable while the guide and the slug are.")
        String id,
    @NonNull @Description("Anchor, unique in the guide; made from the question by default.")
        String slug,
    @NonNull @Description("The question.") String question,
    @NonNull @Description("Markdown.") @Cost(weight = 16) String answer,
    @NonNull @Description("The `answer` as HTML and plain text.") @Cost(weight = 16)
        RichText answerRich,
    @NonNull @Description("Locale of the question, after fallback.") String resolvedLocale)
    implements Node {

  public static final char KIND = 'F';

  /** The id of an entry of a guide. */
  public static String id(UUID guide, String slug) {
    return new NodeId(KIND, guide, slug).toString();
  }
}
