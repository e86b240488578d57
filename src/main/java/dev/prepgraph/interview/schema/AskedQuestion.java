package dev.prepgraph.interview.schema;

import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question that was asked in an interview.")
public record AskedQuestion(
    @Description("How it was worded; null where that is the published question's wording.")
        String text,
    @NonNull @Description("How well the user answered it: 1 (poor) to 5 (excellent).") int rating,
    @Description("The user's notes on it. Markdown.") String notes,
    @Ignore UUID questionKey,
    @Ignore String locale) {}
