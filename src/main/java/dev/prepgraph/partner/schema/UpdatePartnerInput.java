package dev.prepgraph.partner.schema;

import dev.prepgraph.partner.PartnerScope;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdatePartnerInput")
@Description("Changes of a partner; omitted and null fields stay unchanged.")
public record UpdatePartnerInput(
    @Id @NonNull @Description("The partner.") String id,
    @Description("Display name. 1 to 200 characters.") String name,
    @Description("OAuth client of its services. At most 255 characters of ASCII.") String clientId,
    @Description("OAuth client with which its site logs users in; may equal clientId.")
        String loginClientId,
    @Nullable @Description("What it may do.") List<@NonNull PartnerScope> scopes,
    @Nullable
        @Description("Origins of its pages, for example https://jobs.example.org. At most 20.")
        List<@NonNull String> origins,
    @Description("Own budget of its services, in place of the default one.")
        PartnerBudgetInput budget,
    @Nullable @Description("Fields to clear; they must have no value in the same call.")
        List<@NonNull PartnerField> clear,
    @NonNull
        @Description(
            "The version that the change is based on. A mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion) {}
