package dev.prepgraph.plan;

import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.plan.schema.PrepPlan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of plans on the page of their guide. */
@GraphQLApi
@RegisterForReflection
public class GuidePlanApi {

  private final PlanService plans;

  GuidePlanApi(PlanService plans) {
    this.plans = plans;
  }

  @Name("myPlan")
  @Description(
      "The user's plan for the guide with the nearest interview from today on, else with the latest one; null without a plan or a login.")
  public List<PrepPlan> plansOfGuides(@Source List<RoleGuide> guides) {
    return ByLocale.load(guides, RoleGuide::key, RoleGuide::locale, plans::ofGuides);
  }
}
