package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.federation.Key;
import dev.prepgraph.node.Federated;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Key(fields = "id")
@Key(fields = "slug")
@Description("A family of roles.")
public record RoleFamily(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Unique name for URLs; never changes.") String slug,
    @NonNull @Description("Display name.") String name,
    @Description("Markdown.") @Cost(weight = 8) String description,
    @Description("The `description` as HTML and plain text.") @Cost(weight = 8)
        RichText descriptionRich,
    @NonNull @Description("Locale of the name, after fallback.") String resolvedLocale,
    @Ignore String locale)
    implements Node, Federated {

  public static final char KIND = 'R';

  /** The id of the family with a slug. */
  public static String id(String slug) {
    return NodeId.of(KIND, slug);
  }
}
