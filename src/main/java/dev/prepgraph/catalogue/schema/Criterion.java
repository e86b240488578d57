package dev.prepgraph.catalogue.schema;

import dev.prepgraph.catalogue.search.SearchResult;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.node.Node;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A quality that a good candidate shows, with a behaviourally anchored rating scale.")
public record Criterion(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Part of URLs; never changes.") String slug,
    @NonNull @Description("What people call it.") String name,
    @NonNull @Description("What it means. Markdown.") @Cost(weight = 8) String description,
    @NonNull @Description("The scale, from 1 to 5.") @ListSize(assumedSize = 5)
        List<@NonNull RatingLevel> levels)
    implements Node, SearchResult {}
