package dev.prepgraph.partner.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("PartnerBudgetInput")
@Description("The budget of a partner's services.")
public record PartnerBudgetInput(
    @NonNull @Description("Points of a full budget, at least 1. Costlier operations are rejected.")
        int points,
    @NonNull @Description("Points regained a second, at least 1.") int restoreRate) {

  /** The budget, or null for null. */
  public static PartnerBudget toBudget(PartnerBudgetInput input) {
    return input == null ? null : new PartnerBudget(input.points(), input.restoreRate());
  }
}
