package dev.prepgraph.practice.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UndoPracticeInput")
@Description("A practice to undo.")
public record UndoPracticeInput(@Id @NonNull @Description("The practice.") String id) {}
