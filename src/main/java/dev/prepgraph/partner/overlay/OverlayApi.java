package dev.prepgraph.partner.overlay;

import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.part.RoleFamily;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.overlay.schema.CreateOverlayPreviewInput;
import dev.prepgraph.partner.overlay.schema.CreateOverlayPreviewPayload;
import dev.prepgraph.partner.overlay.schema.DeleteOverlayInput;
import dev.prepgraph.partner.overlay.schema.DeleteOverlayPayload;
import dev.prepgraph.partner.overlay.schema.GuideOverlay;
import dev.prepgraph.partner.overlay.schema.PartnerOverlay;
import dev.prepgraph.partner.overlay.schema.PartnerOverlayConnection;
import dev.prepgraph.partner.overlay.schema.PublishOverlayInput;
import dev.prepgraph.partner.overlay.schema.PublishOverlayPayload;
import dev.prepgraph.partner.overlay.schema.SaveOverlayInput;
import dev.prepgraph.partner.overlay.schema.SaveOverlayPayload;
import dev.prepgraph.partner.schema.PartnerProfile;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of overlays. */
@GraphQLApi
public class OverlayApi {

  private static final String WHO =
      " For the partner's service with the scope OVERLAY, and admins.";

  private final Overlays overlays;
  private final OverlayService service;
  private final OverlayPreviews previews;
  private final CurrentPartner current;

  OverlayApi(
      Overlays overlays, OverlayService service, OverlayPreviews previews, CurrentPartner current) {
    this.overlays = overlays;
    this.service = service;
    this.previews = previews;
    this.current = current;
  }

  @Name("overlay")
  @Description(
      "What the partner of the request adds to the guide; null without a partner, and without content for the guide. No other field of the schema shows or counts it.")
  @Cost(weight = 10)
  public List<GuideOverlay> overlaysOfGuides(
      @Source List<RoleGuide> guides,
      @Name("preview")
          @Description(
              "A preview token, to show drafts; by default that of the header Prepgraph-Preview.")
          String preview) {
    return overlays.of(guides, preview);
  }

  @Name("overlays")
  @Description("The partner's overlays, the newest first; null for a revoked partner." + WHO)
  public PartnerOverlayConnection overlaysOfPartner(
      @Source PartnerProfile partner,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before) {
    return service
        .list(partner.slug(), PageRequest.of(first, after, last, before))
        .map(PartnerOverlayConnection::of)
        .orElse(null);
  }

  @Mutation
  @NonNull
  @Description("Saves the draft of an overlay, which replaces the whole draft." + WHO)
  public SaveOverlayPayload saveOverlay(
      @NonNull @Name("input") @Description("The draft.") SaveOverlayInput input) {
    return Payload.of(SaveOverlayPayload::new, () -> service.save(input));
  }

  @Mutation
  @NonNull
  @Description("Publishes the draft of an overlay within seconds." + WHO)
  public PublishOverlayPayload publishOverlay(
      @NonNull @Name("input") @Description("The overlay.") PublishOverlayInput input) {
    return Payload.of(PublishOverlayPayload::new, () -> service.publish(input));
  }

  @Mutation
  @NonNull
  @Description("Deletes an overlay with its draft, and withdraws what is published." + WHO)
  public DeleteOverlayPayload deleteOverlay(
      @NonNull @Name("input") @Description("The overlay.") DeleteOverlayInput input) {
    return Payload.of(DeleteOverlayPayload::new, () -> service.delete(input));
  }

  @Mutation
  @NonNull
  @Description("Creates a token that shows the drafts of all overlays of the partner." + WHO)
  public CreateOverlayPreviewPayload createOverlayPreview(
      @NonNull @Name("input") @Description("The token.") CreateOverlayPreviewInput input) {
    return Payload.of(
        () -> previews.create(input),
        errors -> new CreateOverlayPreviewPayload(null, null, errors));
  }

  @Name("guide")
  @Description("The guide of the overlay, in its last published form; null for another scope.")
  public List<RoleGuide> guidesOfOverlays(@Source List<PartnerOverlay> overlays) {
    current.requireRead();
    return ByLocale.load(overlays, PartnerOverlay::guideKey, overlay -> null, service::guides);
  }

  @Name("family")
  @Description("The family of the overlay; null for another scope.")
  public RoleFamily familyOfOverlay(@Source PartnerOverlay overlay) {
    if (overlay.familySlug() == null) {
      return null;
    }
    current.requireRead();
    return service.family(overlay.familySlug());
  }
}
