package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;

@Description("Which guides to list: those that match all that is given.")
public record RoleGuideFilter(
    @Description("The slug of a family of roles.") String family,
    @Description("How experienced the role expects its candidates to be.") Seniority seniority,
    @Description(
            "Words that the guide contains, at most 200 characters (Unicode code points); an empty or blank text does not filter.")
        String text) {

  static final RoleGuideFilter NONE = new RoleGuideFilter(null, null, null);
}
