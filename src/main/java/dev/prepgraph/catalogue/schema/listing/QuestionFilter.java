package dev.prepgraph.catalogue.schema.listing;

import dev.prepgraph.catalogue.schema.Difficulty;
import dev.prepgraph.catalogue.schema.Seniority;
import io.smallrye.graphql.api.Deprecated;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "Filter of questions; all given conditions must match. A list matches any of its values, at most 100; an empty list matches nothing.")
public record QuestionFilter(
    @Deprecated(reason = "Use types.")
        @Description("Slug of the question type. Deprecated: use types.")
        String type,
    @Deprecated(reason = "Use difficulties.")
        @Description("Difficulty of the question. Deprecated: use difficulties.")
        Difficulty difficulty,
    @Deprecated(reason = "Use tags.") @Description("Tag of the question. Deprecated: use tags.")
        String tag,
    @Deprecated(reason = "Use criteria.")
        @Description("Slug of one of its criteria. Deprecated: use criteria.")
        String criterion,
    @Description(
            "Words in the question, at most 200 characters (Unicode code points); a blank text does not filter.")
        String text,
    @Deprecated(reason = "Use guides.")
        @Description("Slug of a guide that contains the question. Deprecated: use guides.")
        String guide,
    @Nullable @Description("Slugs of question types.") List<@NonNull String> types,
    @Nullable @Description("Difficulties; a question without one matches none.")
        List<@NonNull Difficulty> difficulties,
    @Nullable @Description("Tags, of which the question has at least one.")
        List<@NonNull String> tags,
    @Nullable @Description("Slugs of criteria, of which the question has at least one.")
        List<@NonNull String> criteria,
    @Nullable @Id @Description("Ids of questions; others match nothing.") List<@NonNull String> ids,
    @Nullable @Description("Slugs of questions.") List<@NonNull String> slugs,
    @Nullable
        @Description(
            "Slugs of guides that contain the question. One guide must match guides, families and seniorities together.")
        List<@NonNull String> guides,
    @Nullable @Description("Slugs of the role families of the guides that contain the question.")
        List<@NonNull String> families,
    @Nullable @Description("Seniorities of the guides that contain the question.")
        List<@NonNull Seniority> seniorities,
    @Description(
            "The question's current revision was published after this time: unlike for contentChangedAt, a change of its criteria or question type alone does not count, and one in another language does.")
        Instant changedAfter) {}
