package dev.prepgraph.interview.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What the user says of an interview afterwards. */
@Description("What the user says of an interview afterwards.")
@Cost(weight = 46 * Cost.LONG_TEXT)
public record InterviewDebrief(
    @NonNull
        @Description(
            "What was really asked, in the user's order. Questions of the catalogue that are rated 1 or 2 lead the next plan, as gaps do.")
        @ListSize(assumedSize = 100)
        List<@NonNull AskedQuestion> askedQuestions,
    @NonNull
        @Description("What the user must get better at. It leads plans that are made next.")
        @ListSize(assumedSize = 100)
        List<@NonNull InterviewGap> gaps,
    @Description("How it went as a whole. Markdown.") String notes,
    @NonNull @Description("When it was saved last.") Instant savedAt) {}
