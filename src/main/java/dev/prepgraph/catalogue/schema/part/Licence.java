package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.common.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Terms under which a guide may be reused.")
public record Licence(
    @NonNull @Description("SPDX identifier, for example CC-BY-4.0.") String spdx,
    @Description("URL of the terms.") String url,
    @Description("Attribution to show.") @Cost(weight = 1) String attribution) {}
