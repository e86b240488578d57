package dev.prepgraph.partner.page.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of setting a partner's addresses.")
public record SetGuideAddressesPayload(
    @NonNull
        @Description("The addresses; empty on errors.")
        @ListSize(assumedSize = 20)
        @Cost(weight = 80)
        List<@NonNull GuideAddress> addresses,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
