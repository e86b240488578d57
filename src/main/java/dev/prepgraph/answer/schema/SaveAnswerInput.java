package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An answer to be saved. */
@Input("SaveAnswerInput")
@Description(
    "An answer to be saved: body or star, not both. What is given replaces the whole text. Without either, the text stays as it is and only the status changes.")
public record SaveAnswerInput(
    @Id @NonNull @Description("The question that it answers.") String questionId,
    @Description("Free text. Markdown, at most 20,000 characters.") String body,
    @Description(
            "The parts of STAR, at least one. They replace all that there were: a part that is left out or null is no longer there.")
        StarAnswer star,
    @Description(
            "How far it is; as it was unless given, DRAFT on a first save. A READY answer must not be blank: something of it must be visible.")
        SavedAnswerStatus status,
    @NonNull
        @Description(
            "The version that the change was made on; 0 for a first save. A mismatch is a CONFLICT and nothing is written, unless this repeats the change that made the newest version.")
        int expectedVersion) {}
