package dev.prepgraph.account.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Role of a user.")
public enum ViewerRole {
  @Description("Saves answers and prepares for interviews; every user has this role.")
  CANDIDATE,
  @Description("Writes guides.")
  EDITOR,
  @Description("Operates the service.")
  ADMIN
}
