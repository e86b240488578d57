package dev.prepgraph.catalogue.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.federation.Key;
import dev.prepgraph.node.Federated;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Key(fields = "id")
@Key(fields = "slug")
@Description("A question type, such as technical or behavioral; editors can add types.")
public record QuestionType(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Unique name for URLs; never changes.") String slug,
    @NonNull @Description("Display name.") String name,
    @NonNull @Description("Purpose of such questions. Markdown.") @Cost(weight = 8)
        String description,
    @NonNull @Description("The `description` as HTML and plain text.") @Cost(weight = 8)
        RichText descriptionRich,
    @NonNull @Description("Locale of the name, after fallback.") String resolvedLocale)
    implements Node, Federated {

  public static final char KIND = 'Y';

  /** The id of the question type with a slug. */
  public static String id(String slug) {
    return NodeId.of(KIND, slug);
  }
}
