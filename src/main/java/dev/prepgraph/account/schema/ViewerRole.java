package dev.prepgraph.account.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("What a user may do.")
public enum ViewerRole {
  @Description("Keep answers and prepare for interviews; every user may.")
  CANDIDATE,
  @Description("Write guides.")
  EDITOR,
  @Description("Run the service.")
  ADMIN
}
