package dev.prepgraph.account.schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An entry of an export that was not taken back. */
@RegisterForReflection
@Description("An entry of an export that was not taken back.")
public record SkippedEntry(
    @NonNull
        @Description("Where it stands in the export, as a JSON pointer such as /savedAnswers/0.")
        String path,
    @NonNull @Description("Why it was left out.") SkipReason reason) {}
