package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.common.Cost;
import dev.prepgraph.richtext.RichText;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A step of a guide's process.
 *
 * @param guide key of the guide
 * @param questionSlugs typical questions of the step, which are loaded on demand
 */
@Description("A step of the interviews for a role.")
public record InterviewStep(
    @NonNull @Description("Display name.") String name,
    @Description("Conductor of the step.") InterviewAudience audience,
    @Description("Usual duration in minutes.") Integer durationMinutes,
    @NonNull @Description("Course and expectations. Markdown.") @Cost(weight = 16)
        String whatToExpect,
    @NonNull @Description("The `whatToExpect` as HTML and plain text.") @Cost(weight = 16)
        RichText whatToExpectRich,
    @NonNull @Description("Locale of the name, after fallback.") String resolvedLocale,
    @Ignore UUID guide,
    @Ignore List<String> questionSlugs,
    @Ignore String locale) {}
