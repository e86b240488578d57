package dev.prepgraph.partner.usage.schema;

import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("How often a guide was read.")
public record GuideUsage(
    @NonNull @Description("Number of operations that read it by roleGuide.") int count,
    @Ignore UUID guideKey) {}
