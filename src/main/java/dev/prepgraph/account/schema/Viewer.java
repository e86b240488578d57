package dev.prepgraph.account.schema;

import dev.prepgraph.common.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The current user.")
public record Viewer(
    @Id @NonNull @Description("Opaque, globally unique, stable until the account is erased.")
        String id,
    @Description("Display name from the token; not stored.") String displayName,
    @Description("Email address from the token; not stored.") String email,
    @NonNull @Description("Roles from the token.") @ListSize(assumedSize = 3)
        List<@NonNull ViewerRole> roles) {}
