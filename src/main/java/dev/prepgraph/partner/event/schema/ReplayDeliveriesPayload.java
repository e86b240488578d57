package dev.prepgraph.partner.event.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of replaying deliveries.")
public record ReplayDeliveriesPayload(
    @NonNull @Description("Number of deliveries that are pending again; 0 on errors.") int replayed,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
