package dev.prepgraph.partner.event.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of creating an endpoint.")
public record CreateWebhookEndpointPayload(
    @Description("The endpoint; null on errors.") WebhookEndpoint webhookEndpoint,
    @Description("Secret that signs its events (whsec_…), shown only here; null on errors.")
        String secret,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
