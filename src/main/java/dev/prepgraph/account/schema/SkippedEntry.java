package dev.prepgraph.account.schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@RegisterForReflection
@Description("An entry of an export, or a part of one, that was not imported.")
public record SkippedEntry(
    @NonNull @Description("Its JSON pointer in the export, for example /savedAnswers/0.")
        String path,
    @NonNull @Description("The reason.") SkipReason reason) {}
