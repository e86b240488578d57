package dev.prepgraph.catalogue.schema.listing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Orders of guides.")
public enum RoleGuideOrderField {
  @Description("Slug, by code points.")
  SLUG,
  @Description("Title in the language of the response, in alphabetical order (Unicode collation).")
  TITLE,
  @Description(
      "Publication time of the current revision: unlike for contentChangedAt, a change of its questions, criteria or question types alone does not count, and one in another language does.")
  CHANGED,
  @Description("Seniority, from INTERN to LEAD.")
  SENIORITY
}
