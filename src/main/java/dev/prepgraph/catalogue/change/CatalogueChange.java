package dev.prepgraph.catalogue.change;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The last change of an object in a language.")
public record CatalogueChange(
    @NonNull @Description("Kind of the change.") ChangeKind kind,
    @NonNull @Description("Kind of the object.") ChangedObjectKind objectKind,
    @Id @NonNull @Description("Id of the object.") String objectId,
    @NonNull @Description("Slug of the object.") String slug,
    @NonNull @Description("Language, as a BCP 47 tag.") String locale,
    @NonNull @Description("Revision of the catalogue that brought the change.") int revision,
    @NonNull @Description("Publication time of that revision.") Instant changedAt) {}
