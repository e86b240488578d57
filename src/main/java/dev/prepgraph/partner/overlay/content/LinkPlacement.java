package dev.prepgraph.partner.overlay.content;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Place of a partner's link on the page of a guide.")
public enum LinkPlacement {
  @Description("Behind the question types to expect.")
  AFTER_TYPES,
  @Description("Behind the questions.")
  AFTER_QUESTIONS,
  @Description("At the end of the page.")
  FOOTER
}
