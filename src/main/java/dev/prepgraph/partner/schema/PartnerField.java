package dev.prepgraph.partner.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("An optional field of a partner.")
public enum PartnerField {
  @Description("The OAuth client with which its site logs users in.")
  LOGIN_CLIENT,
  @Description("Its own budget.")
  BUDGET
}
