package dev.prepgraph.partner.overlay.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Guides that an overlay is for.")
public enum OverlayScope {
  @Description("One guide.")
  GUIDE,
  @Description("All guides of a role family.")
  FAMILY,
  @Description("All guides.")
  ALL
}
