package dev.prepgraph.account.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ImportMyDataInput")
@Description("An export to import.")
public record ImportMyDataInput(
    @NonNull
        @Description(
            "The JSON text that GET /account/export returned. Send one that is too large for a GraphQL request to POST /account/import.")
        String data,
    @Description(
            "Repeating a call with the same key and data within 24 hours gives the same answer. 1 to 255 characters.")
        String idempotencyKey) {}
