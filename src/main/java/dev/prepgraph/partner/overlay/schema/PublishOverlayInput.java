package dev.prepgraph.partner.overlay.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("PublishOverlayInput")
@Description("An overlay whose draft is to be published.")
public record PublishOverlayInput(
    @Id @NonNull @Description("The overlay.") String id,
    @NonNull @Description("The version of its draft; a mismatch is a CONFLICT.")
        int expectedVersion,
    @Description("Slug of the partner, for admins; a partner's own service may leave it out.")
        String partner) {}
