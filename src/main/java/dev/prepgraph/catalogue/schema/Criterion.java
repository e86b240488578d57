package dev.prepgraph.catalogue.schema;

import dev.prepgraph.catalogue.search.SearchResult;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.federation.Key;
import dev.prepgraph.node.Federated;
import dev.prepgraph.node.Node;
import dev.prepgraph.richtext.RichText;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Key(fields = "id")
@Key(fields = "slug")
@Description(
    "A quality of good candidates; with a behaviourally anchored scale, answers can be rated by it.")
public record Criterion(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Unique name for URLs; never changes.") String slug,
    @NonNull @Description("Display name.") String name,
    @NonNull @Description("Meaning. Markdown.") @Cost(weight = 8) String description,
    @NonNull @Description("The `description` as HTML and plain text.") @Cost(weight = 8)
        RichText descriptionRich,
    @NonNull
        @Description("Levels of the scale, from 1 to 5; none where answers cannot be rated.")
        @ListSize(assumedSize = 5)
        List<@NonNull RatingLevel> levels,
    @NonNull @Description("Locale of the name, after fallback.") String resolvedLocale)
    implements Node, SearchResult, Federated {}
