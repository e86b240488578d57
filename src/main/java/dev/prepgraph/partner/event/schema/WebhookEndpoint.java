package dev.prepgraph.partner.event.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "An endpoint that receives events. Visible to its partner's service with the scope EVENTS, and to admins.")
public record WebhookEndpoint(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("URL that events are posted to.") String url,
    @NonNull @Description("Types of events that it receives.") @ListSize(assumedSize = 6)
        List<@NonNull WebhookEventType> eventTypes,
    @NonNull @Description("Whether events are sent.") boolean enabled,
    @Description("Why it is disabled; null while it is enabled.")
        WebhookDisabledReason disabledReason,
    @Description(
            "Time until which events are also signed with the secret before the last rotation; null without one.")
        Instant previousSecretUntil,
    @NonNull @Description("Version; send it as the next expectedVersion.") int version,
    @NonNull @Description("Time of creation.") Instant createdAt,
    @Ignore UUID key)
    implements Node {

  public static final char KIND = 'W';

  public static String id(UUID key) {
    return NodeId.of(KIND, key);
  }
}
