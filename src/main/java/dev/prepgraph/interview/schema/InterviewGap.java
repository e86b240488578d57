package dev.prepgraph.interview.schema;

import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** What the user must get better at. */
@Description("What the user must get better at: a question or a criterion.")
public record InterviewGap(
    @Description("The user's note on it. Markdown.") String note,
    @Ignore UUID questionKey,
    @Ignore String criterionSlug,
    @Ignore String locale) {}
