package dev.prepgraph.catalogue.change;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A publication of the catalogue.")
public record CataloguePublication(
    @NonNull
        @Description(
            "The new current revision; catalogueChanges with the revision that the client knows as since lists what changed up to it.")
        int revision,
    @Description("Time of the publication; null before the first.") Instant publishedAt) {}
