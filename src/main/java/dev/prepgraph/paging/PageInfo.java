package dev.prepgraph.paging;

import dev.prepgraph.common.federation.Shareable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Relay's page info. */
@Shareable
@Description("Where a page lies in its connection.")
public record PageInfo(
    @NonNull @Description("Whether more follows this page.") boolean hasNextPage,
    @NonNull @Description("Whether something comes before this page.") boolean hasPreviousPage,
    @Description("The cursor of the first edge; null on an empty page.") String startCursor,
    @Description("The cursor of the last edge; null on an empty page.") String endCursor) {}
