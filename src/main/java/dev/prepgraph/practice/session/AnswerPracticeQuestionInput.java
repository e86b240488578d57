package dev.prepgraph.practice.session;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AnswerPracticeQuestionInput")
@Description("An answer to a question of a session.")
public record AnswerPracticeQuestionInput(
    @Id @NonNull @Description("The session.") String sessionId,
    @NonNull @Description("Position of the question in the session, from 1.") int position,
    @NonNull @Description("Answer. Markdown, 1 to 20,000 characters, not blank.") String body,
    @NonNull
        @Description(
            "The version of the question that the change is based on; 0 for the first save. A mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion) {}
