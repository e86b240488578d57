package dev.prepgraph.interview.schema.stage;

import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A stage of the user's interviews, defined by the user.")
public record InterviewStage(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Name, chosen by the user.") String name,
    @NonNull @Description("Position among the user's stages, from 1.") int position,
    @NonNull @Description("Whether interviews in the stage are over.") boolean closed,
    @Ignore UUID key)
    implements Node {

  public static final char KIND = 'S';

  /** The projection of HQL queries. */
  public InterviewStage(UUID key, String name, long position, boolean closed) {
    this(NodeId.of(KIND, key), name, (int) position, closed, key);
  }
}
