package dev.prepgraph.account.schema;

import dev.prepgraph.common.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The user who is logged in, with everything that is theirs.")
public record Viewer(
    @Id @NonNull @Description("Opaque, globally unique, stable until the account is erased.")
        String id,
    @Description("What to call the user, as the token says; not stored.") String displayName,
    @Description("The user's address, as the token says; not stored.") String email,
    @NonNull @Description("What the user may do, as the token says.") @ListSize(assumedSize = 3)
        List<@NonNull ViewerRole> roles) {}
