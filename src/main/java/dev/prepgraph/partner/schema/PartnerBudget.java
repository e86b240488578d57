package dev.prepgraph.partner.schema;

import org.eclipse.microprofile.graphql.Description;

@Description("The budget of a partner's services, on all servers together.")
public record PartnerBudget(
    @Description("Points of a full budget.") int points,
    @Description("Points regained a second.") int restoreRate) {}
