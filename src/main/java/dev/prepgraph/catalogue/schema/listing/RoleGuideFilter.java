package dev.prepgraph.catalogue.schema.listing;

import dev.prepgraph.catalogue.schema.Seniority;
import io.smallrye.graphql.api.Deprecated;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "Filter of guides; all given conditions must match. A list matches any of its values, at most 100; an empty list matches nothing.")
public record RoleGuideFilter(
    @Deprecated(reason = "Use families.")
        @Description("Slug of the role family. Deprecated: use families.")
        String family,
    @Deprecated(reason = "Use seniorities.")
        @Description("Seniority of the role. Deprecated: use seniorities.")
        Seniority seniority,
    @Description(
            "Words in the guide, at most 200 characters (Unicode code points); a blank text does not filter.")
        String text,
    @Nullable @Description("Slugs of role families.") List<@NonNull String> families,
    @Nullable @Description("Seniorities of the role.") List<@NonNull Seniority> seniorities,
    @Nullable @Id @Description("Ids of guides; others match nothing.") List<@NonNull String> ids,
    @Nullable @Description("Slugs of guides.") List<@NonNull String> slugs,
    @Description(
            "The guide's current revision was published after this time: unlike for contentChangedAt, a change of its questions, criteria or question types alone does not count, and one in another language does.")
        Instant changedAfter) {}
