package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AskedQuestionInput")
@Description("A question asked in an interview: a question of the catalogue, a wording, or both.")
public record AskedQuestionInput(
    @Id @Description("The question of the catalogue.") String questionId,
    @Description("Wording in the interview, 1 to 2,000 characters.") String text,
    @NonNull @Description("Rating of the user's answer, 1 (poor) to 5 (excellent).") int rating,
    @Description("Markdown, at most 5,000 characters.") String notes) {}
