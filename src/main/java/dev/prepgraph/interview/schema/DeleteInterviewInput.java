package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DeleteInterviewInput")
@Description("An interview to delete.")
public record DeleteInterviewInput(@Id @NonNull @Description("The interview.") String id) {}
