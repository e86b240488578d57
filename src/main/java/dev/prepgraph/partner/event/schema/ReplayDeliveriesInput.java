package dev.prepgraph.partner.event.schema;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReplayDeliveriesInput")
@Description("Dead deliveries of an endpoint to try again, in the order of their events.")
public record ReplayDeliveriesInput(
    @Id @NonNull @Description("The endpoint.") String endpointId,
    @Id
        @Nullable
        @Description("The deliveries, at most 100; by default the 1,000 oldest dead ones.")
        List<@NonNull String> ids) {}
