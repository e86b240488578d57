package dev.prepgraph.partner.usage;

import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.Cost;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.partner.schema.PartnerProfile;
import dev.prepgraph.partner.usage.schema.DeprecatedUsage;
import dev.prepgraph.partner.usage.schema.EmptySearchUsage;
import dev.prepgraph.partner.usage.schema.GuideUsage;
import dev.prepgraph.partner.usage.schema.PartnerUsage;
import dev.prepgraph.partner.usage.schema.PartnerUsageDay;
import dev.prepgraph.partner.usage.schema.UsageCount;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The usage of partners, which is visible as the partner itself is. */
@GraphQLApi
@RegisterForReflection
public class UsageApi {

  /** The cost of a statement over up to 400 days. */
  private static final int STATEMENT = 100;

  private final UsageService usages;

  UsageApi(UsageService usages) {
    this.usages = usages;
  }

  @Name("usage")
  @Description(
      "What its services and pages used on some days; kept for 400 days. A server that crashes loses its last seconds.")
  public PartnerUsage usage(
      @Source PartnerProfile partner,
      @NonNull @Name("from") @Description("First day, in UTC.") LocalDate from,
      @NonNull @Name("to") @Description("Last day, in UTC; at most 400 days with the first.")
          LocalDate to) {
    return usages.between(from, to, partner.key());
  }

  @NonNull
  @Name("days")
  @Description("Days with operations, the oldest first.")
  @ListSize(assumedSize = UsageStore.MAX_DAYS)
  @Cost(weight = STATEMENT)
  public List<@NonNull PartnerUsageDay> days(@Source PartnerUsage usage) {
    return usages.days(usage);
  }

  @NonNull
  @Name("operations")
  @Description("Operations by type and root field, the most frequent first, at most 100.")
  @ListSize(assumedSize = UsageService.MOST)
  @Cost(weight = STATEMENT)
  public List<@NonNull UsageCount> operations(@Source PartnerUsage usage) {
    return usages.operations(usage);
  }

  @NonNull
  @Name("fields")
  @Description("Fields that operations selected, the most frequent first, at most 1,000.")
  @ListSize(assumedSize = UsageService.MOST_FIELDS)
  @Cost(weight = STATEMENT)
  public List<@NonNull UsageCount> fields(@Source PartnerUsage usage) {
    return usages.fields(usage);
  }

  @NonNull
  @Name("deprecated")
  @Description("Deprecated parts of the schema that operations used, at most 100.")
  @ListSize(assumedSize = UsageService.MOST)
  @Cost(weight = STATEMENT)
  public List<@NonNull DeprecatedUsage> deprecated(@Source PartnerUsage usage) {
    return usages.deprecated(usage);
  }

  @NonNull
  @Name("guides")
  @Description("Guides by their reads, the most frequent first, at most 100.")
  @ListSize(assumedSize = UsageService.MOST)
  @Cost(weight = STATEMENT)
  public List<@NonNull GuideUsage> guides(@Source PartnerUsage usage) {
    return usages.guides(usage);
  }

  @NonNull
  @Name("searchesWithoutResult")
  @Description(
      "Searches without result, the most frequent first, at most 100. Counts each caller once a day; days with fewer than 5 are left out, because those may tell of single users.")
  @ListSize(assumedSize = UsageService.MOST)
  @Cost(weight = STATEMENT)
  public List<@NonNull EmptySearchUsage> searchesWithoutResult(@Source PartnerUsage usage) {
    return usages.emptySearches(usage);
  }

  @Name("guide")
  @Description("The guide, in its last published form; null if it is no longer known.")
  public List<RoleGuide> guide(@Source List<GuideUsage> reads) {
    return usages.guides(reads);
  }
}
