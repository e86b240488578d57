package dev.prepgraph.partner.schema;

import dev.prepgraph.partner.PartnerScope;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CreatePartnerInput")
@Description("A new partner. A repeated call with the same fields returns the existing one.")
public record CreatePartnerInput(
    @NonNull @Description("Unique name, of 2 to 60 lower-case letters, digits and single hyphens.")
        String slug,
    @NonNull @Description("Display name. 1 to 200 characters.") String name,
    @NonNull @Description("OAuth client of its services. At most 255 characters of ASCII.")
        String clientId,
    @Description("OAuth client with which its site logs users in; may equal clientId.")
        String loginClientId,
    @NonNull @Description("What it may do.") List<@NonNull PartnerScope> scopes,
    @Nullable
        @Description("Origins of its pages, for example https://jobs.example.org. At most 20.")
        List<@NonNull String> origins,
    @Description("Own budget of its services, in place of the default one.")
        PartnerBudgetInput budget) {}
