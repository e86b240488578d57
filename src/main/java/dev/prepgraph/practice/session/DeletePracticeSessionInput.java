package dev.prepgraph.practice.session;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DeletePracticeSessionInput")
@Description("A session to delete.")
public record DeletePracticeSessionInput(@Id @NonNull @Description("The session.") String id) {}
