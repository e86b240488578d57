package dev.prepgraph.practice.schema;

import dev.prepgraph.node.Node;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A recorded practice; immutable until it is undone.")
public record RecordedPractice(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Rating of the practice.") PracticeRating rating,
    @NonNull @Description("Time of the practice.") Instant practisedAt,
    @Ignore UUID questionKey,
    @Ignore String locale)
    implements Node {

  public static final char KIND = 'E';
}
