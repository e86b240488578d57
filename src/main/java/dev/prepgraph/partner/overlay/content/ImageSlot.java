package dev.prepgraph.partner.overlay.content;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Image of a page that a partner replaces.")
public enum ImageSlot {
  @Description("Image at the top of the guide's page.")
  HERO,
  @Description("Image of the guide in lists of guides.")
  CARD,
  @Description("Image that social networks show with a link to the page.")
  SOCIAL
}
