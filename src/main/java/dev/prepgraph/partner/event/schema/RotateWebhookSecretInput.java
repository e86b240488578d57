package dev.prepgraph.partner.event.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RotateWebhookSecretInput")
@Description("An endpoint that needs a new secret.")
public record RotateWebhookSecretInput(
    @Id @NonNull @Description("The endpoint.") String id,
    @NonNull @Description("Version that the caller read.") int expectedVersion) {}
