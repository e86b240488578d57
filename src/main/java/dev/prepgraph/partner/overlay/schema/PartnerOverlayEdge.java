package dev.prepgraph.partner.overlay.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of overlays.")
public record PartnerOverlayEdge(
    @NonNull @Description("The overlay.") PartnerOverlay node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
