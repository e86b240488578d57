package dev.prepgraph.partner.overlay.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.partner.overlay.content.OverlayContent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * @param guideKey of the guide; null for another scope
 * @param familySlug of the family; null for another scope
 */
@Description("A partner's overlay with its draft. Visible to the partner and to admins only.")
public record PartnerOverlay(
    @Id @NonNull @Description("Opaque, stable; not the id of a node.") String id,
    @NonNull @Description("Guides that the overlay is for.") OverlayScope scope,
    @NonNull @Description("Increases by one with each save.") int version,
    @Description("Version that is published; null if none is.") Integer publishedVersion,
    @NonNull @Description("Time of the last save.") Instant changedAt,
    @Description("Time of the last publication.") Instant publishedAt,
    @NonNull
        @Description("The draft, in each language.")
        @ListSize(assumedSize = 20)
        @Cost(weight = 800)
        List<@NonNull OverlayContent> draft,
    @NonNull
        @Description("The published content, in each language; empty if none is published.")
        @ListSize(assumedSize = 20)
        @Cost(weight = 800)
        List<@NonNull OverlayContent> published,
    @Ignore UUID guideKey,
    @Ignore String familySlug) {}
