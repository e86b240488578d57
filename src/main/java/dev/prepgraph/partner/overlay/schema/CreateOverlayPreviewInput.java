package dev.prepgraph.partner.overlay.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("CreateOverlayPreviewInput")
@Description("A preview token to create.")
public record CreateOverlayPreviewInput(
    @Description("Minutes until the token expires, 1 to 10,080; default 60.")
        Integer expiresInMinutes,
    @Description("Slug of the partner, for admins; a partner's own service may leave it out.")
        String partner) {}
