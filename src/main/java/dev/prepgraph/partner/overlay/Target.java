package dev.prepgraph.partner.overlay;

import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.partner.overlay.schema.OverlayScope;
import java.util.List;
import java.util.UUID;

/**
 * The guides that an overlay is for.
 *
 * @param guide key of the guide, or null
 * @param family slug of the family, or null
 */
record Target(UUID guide, String family) {

  static final Target ALL = new Target(null, null);

  /** The targets whose overlays a guide shows, the most specific first. */
  static List<Target> of(RoleGuide guide) {
    return List.of(
        new Target(guide.key(), null), new Target(null, guide.family().slug()), Target.ALL);
  }

  OverlayScope scope() {
    if (guide != null) {
      return OverlayScope.GUIDE;
    }
    return family == null ? OverlayScope.ALL : OverlayScope.FAMILY;
  }
}
