package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AskedQuestionInput")
@Description(
    "A question that was asked in an interview: one of the catalogue, or its wording, or both.")
public record AskedQuestionInput(
    @Id @Description("The question of the catalogue.") String questionId,
    @Description("How it was worded. 1 to 2,000 characters.") String text,
    @NonNull @Description("How well the user answered it: 1 (poor) to 5 (excellent).") int rating,
    @Description("Markdown, at most 5,000 characters.") String notes) {}
