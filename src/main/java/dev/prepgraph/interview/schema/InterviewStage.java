package dev.prepgraph.interview.schema;

import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A stage that the user's interviews can be in. */
@Description("A stage that the user's interviews can be in. Stages are the user's own.")
public record InterviewStage(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("What the user calls it.") String name,
    @NonNull @Description("Where it stands among the user's stages; 1 for the first.") int position,
    @NonNull @Description("Whether interviews in it are over.") boolean closed,
    @Ignore UUID key) {}
