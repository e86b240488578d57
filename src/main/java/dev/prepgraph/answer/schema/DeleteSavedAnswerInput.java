package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DeleteSavedAnswerInput")
@Description("An answer to delete.")
public record DeleteSavedAnswerInput(@Id @NonNull @Description("The answer.") String id) {}
