package dev.prepgraph.partner.event.schema;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CreateWebhookEndpointInput")
@Description("An endpoint to create.")
public record CreateWebhookEndpointInput(
    @NonNull
        @Description(
            "HTTPS URL with a public host name, at most 1,000 characters, unique among the partner's endpoints.")
        String url,
    @Nullable @Description("Types of events that it receives; all by default.")
        List<@NonNull WebhookEventType> eventTypes,
    @Description("Slug of the partner, for admins; by default that of the caller.")
        String partner) {}
