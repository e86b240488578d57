package dev.prepgraph.partner.event.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of deleting an endpoint.")
public record DeleteWebhookEndpointPayload(
    @Id @Description("Id of the deleted object; null on errors.") String deletedId,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
