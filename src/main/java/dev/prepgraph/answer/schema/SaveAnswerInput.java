package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SaveAnswerInput")
@Description(
    "An answer to save: body or star, not both. Either replaces the whole text; without both, only the status changes.")
public record SaveAnswerInput(
    @Id @NonNull @Description("The question to answer.") String questionId,
    @Description("Free text. Markdown, at most 20,000 characters.") String body,
    @Description(
            "Parts of a STAR answer, at least one. They replace all earlier parts; an omitted or null part is removed.")
        StarAnswer star,
    @Description(
            "Status; unchanged by default, DRAFT on the first save. A READY answer must have visible text.")
        SavedAnswerStatus status,
    @NonNull
        @Description(
            "The version that the change is based on; 0 for the first save. A mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion,
    @Id
        @Description(
            "The id of the saved answer that the text was edited from. Another answer, or none any more, is a CONFLICT: an answer that was deleted and saved again has the same versions.")
        String answerId) {}
