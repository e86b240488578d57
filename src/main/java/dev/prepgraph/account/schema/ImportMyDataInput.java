package dev.prepgraph.account.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ImportMyDataInput")
@Description("An export to import.")
public record ImportMyDataInput(
    @NonNull
        @Description(
            "JSON text from GET /account/export. POST /account/import accepts texts that are too large for GraphQL.")
        String data,
    @Description(
            "Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key and data returns the first result.")
        String idempotencyKey) {}
