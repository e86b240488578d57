package dev.prepgraph.partner.event.schema;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdateWebhookEndpointInput")
@Description("Changes of an endpoint; what is not given stays.")
public record UpdateWebhookEndpointInput(
    @Id @NonNull @Description("The endpoint.") String id,
    @NonNull @Description("Version that the caller read.") int expectedVersion,
    @Description("HTTPS URL with a public host name, unique among the partner's endpoints.")
        String url,
    @Nullable @Description("Types of events that it receives.")
        List<@NonNull WebhookEventType> eventTypes,
    @Description(
            "Whether events are sent. Enabling it begins with the next event; catalogueChanges has what it missed.")
        Boolean enabled) {}
