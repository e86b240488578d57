package dev.prepgraph.account.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of erasing an account.")
public record DeleteMyAccountPayload(
    @Id @Description("Id of the erased viewer; null on errors.") String deletedId,
    @NonNull @Description("Whether the account was erased.") boolean deleted,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
