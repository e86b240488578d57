package dev.prepgraph.account.schema;

import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "A committed change of the user's data, of this or another device. Changes of one object in quick succession may be one event.")
public record ViewerChange(
    @NonNull @Description("What changed.") ViewerChangeKind kind,
    @Id @Description("Id of the deleted object; null when it was saved.") String deletedId,
    @Ignore String nodeId,
    @Ignore UUID account) {}
