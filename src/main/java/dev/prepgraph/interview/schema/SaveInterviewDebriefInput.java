package dev.prepgraph.interview.schema;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What the user says of an interview afterwards. */
@Input("SaveInterviewDebriefInput")
@Description(
    "What the user says of an interview afterwards; takes the place of what was said before.")
public record SaveInterviewDebriefInput(
    @Id @NonNull @Description("The interview.") String interviewId,
    @NonNull @Description("What was really asked, at most 100 questions.")
        List<@NonNull AskedQuestionInput> askedQuestions,
    @NonNull @Description("What the user must get better at, at most 100 questions and criteria.")
        List<@NonNull InterviewGapInput> gaps,
    @Description("How it went as a whole. Markdown, at most 20,000 characters.") String notes,
    @NonNull
        @Description(
            "The interview's version that this was made on. A mismatch is a CONFLICT and nothing is written, unless this repeats the change that made the newest version.")
        int expectedVersion) {}
