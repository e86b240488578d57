package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;

@Description("Filter of guides; all given conditions must match.")
public record RoleGuideFilter(
    @Description("Slug of the role family.") String family,
    @Description("Seniority of the role.") Seniority seniority,
    @Description(
            "Words in the guide, at most 200 characters (Unicode code points); a blank text does not filter.")
        String text) {

  static final RoleGuideFilter NONE = new RoleGuideFilter(null, null, null);
}
