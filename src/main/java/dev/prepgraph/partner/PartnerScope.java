package dev.prepgraph.partner;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("What a partner may do.")
public enum PartnerScope {
  @Description(
      "Read the catalogue with the partner's own budget, and name the partner on its pages.")
  READ,
  @Description("Write the partner's overlays of guides.")
  OVERLAY,
  @Description("Receive events.")
  EVENTS
}
