package dev.prepgraph.partner.page.schema;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SetGuideAddressesInput")
@Description("Addresses of a partner's pages to set. They replace all earlier ones.")
public record SetGuideAddressesInput(
    @NonNull
        @Description(
            "The addresses, at most 20, one for a language; the first is the default for readers of other languages.")
        List<@NonNull GuideAddress> addresses,
    @Description("Slug of the partner, for admins; a partner's own service may leave it out.")
        String partner) {}
