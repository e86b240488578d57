package dev.prepgraph.catalogue.schema.listing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("What guides are ordered by.")
public enum RoleGuideOrderField {
  @Description("Slug, by code points.")
  SLUG,
  @Description("Title in the language of the response, in alphabetical order (Unicode collation).")
  TITLE,
  @Description("Publication time of the last change.")
  CHANGED,
  @Description("Seniority, from INTERN to LEAD.")
  SENIORITY
}
