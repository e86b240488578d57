package dev.prepgraph.practice.session;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AnswerPracticeQuestionInput")
@Description("An answer to a question of a session.")
public record AnswerPracticeQuestionInput(
    @Id @NonNull @Description("The session.") String sessionId,
    @NonNull @Description("The question's place in it.") int position,
    @NonNull @Description("The answer. Markdown, at most 20,000 characters, not blank.")
        String body,
    @NonNull
        @Description(
            "The question's version that the answer was made on; 0 for a first save. A mismatch is a CONFLICT and nothing is written, unless this repeats the change that made the newest version.")
        int expectedVersion) {}
