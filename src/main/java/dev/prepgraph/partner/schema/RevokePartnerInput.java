package dev.prepgraph.partner.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RevokePartnerInput")
@Description("The partner to revoke.")
public record RevokePartnerInput(
    @Id @NonNull @Description("The partner.") String id,
    @NonNull
        @Description(
            "The version that the change is based on. A mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion) {}
