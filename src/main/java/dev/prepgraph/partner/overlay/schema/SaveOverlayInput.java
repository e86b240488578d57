package dev.prepgraph.partner.overlay.schema;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SaveOverlayInput")
@Description("The draft of an overlay to save. It replaces the whole draft.")
public record SaveOverlayInput(
    @Id
        @Description(
            "The guide that the overlay is for, published; without guideId and familyId it is for all guides.")
        String guideId,
    @Id @Description("The family whose guides the overlay is for; not beside guideId.")
        String familyId,
    @NonNull @Description("The draft, in each language; at most 20, 200,000 characters together.")
        List<@NonNull OverlayContentInput> contents,
    @NonNull
        @Description(
            "The version that the change is based on; 0 for the first save. A mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion,
    @Description("Slug of the partner, for admins; a partner's own service may leave it out.")
        String partner) {}
