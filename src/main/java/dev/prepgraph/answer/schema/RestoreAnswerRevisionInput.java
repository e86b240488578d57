package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RestoreAnswerRevisionInput")
@Description("A revision to restore.")
public record RestoreAnswerRevisionInput(
    @Id @NonNull @Description("The answer.") String id,
    @NonNull @Description("Version of the revision to restore.") int version,
    @NonNull
        @Description(
            "The current version. A mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion) {}
