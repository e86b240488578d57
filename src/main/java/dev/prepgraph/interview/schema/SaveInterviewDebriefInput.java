package dev.prepgraph.interview.schema;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SaveInterviewDebriefInput")
@Description("The user's debrief of an interview; replaces an earlier one.")
public record SaveInterviewDebriefInput(
    @Id @NonNull @Description("The interview.") String interviewId,
    @NonNull @Description("Questions asked, at most 100.")
        List<@NonNull AskedQuestionInput> askedQuestions,
    @NonNull @Description("Questions and criteria to improve at, at most 100.")
        List<@NonNull InterviewGapInput> gaps,
    @Description("Notes on the interview as a whole. Markdown, at most 20,000 characters.")
        String notes,
    @NonNull
        @Description(
            "The version of the interview that the debrief is based on. A mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion) {}
