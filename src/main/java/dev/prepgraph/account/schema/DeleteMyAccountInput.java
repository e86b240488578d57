package dev.prepgraph.account.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DeleteMyAccountInput")
@Description("A confirmation of the erasure.")
public record DeleteMyAccountInput(
    @NonNull @Description("Must be true; the erasure cannot be undone.") boolean confirm) {}
