package dev.prepgraph.partner.overlay.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of creating a preview token.")
public record CreateOverlayPreviewPayload(
    @Description(
            "The token, which is shown only once: requests of the partner that send it in the header Prepgraph-Preview, or as an argument, see the partner's drafts. Null on errors.")
        String token,
    @Description("Time when the token expires; null on errors.") Instant expiresAt,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
