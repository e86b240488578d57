package dev.prepgraph.practice.session;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("FinishPracticeSessionInput")
@Description("A session to finish.")
public record FinishPracticeSessionInput(@Id @NonNull @Description("The session.") String id) {}
