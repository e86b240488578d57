package dev.prepgraph.partner.event.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of changing an endpoint.")
public record UpdateWebhookEndpointPayload(
    @Description("The endpoint; null on errors.") WebhookEndpoint webhookEndpoint,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
