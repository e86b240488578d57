package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.catalogue.schema.RoleGuide;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A guide to a related role.")
public record RelatedGuide(
    @NonNull @Description("Relation to the guide.") RelatedGuideKind kind,
    @NonNull @Description("The related guide.") RoleGuide guide) {}
