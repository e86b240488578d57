package dev.prepgraph.partner.usage;

import dev.prepgraph.partner.usage.model.UsageKind;
import dev.prepgraph.partner.usage.schema.DeprecatedUsage;
import dev.prepgraph.partner.usage.schema.EmptySearchUsage;
import dev.prepgraph.partner.usage.schema.PartnerUsage;
import dev.prepgraph.partner.usage.schema.PartnerUsageDay;
import dev.prepgraph.partner.usage.schema.UsageCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Reads the usage of one partner, each list in one statement. */
@ApplicationScoped
class UsageRepository {

  private static final String WHERE =
      """
      from UsageEntity u where u.key.partnerId = :partner and u.key.kind = :kind
        and u.key.day between :first and :last
      """;

  /** Within the range of an Int. */
  private static final String SUM = "cast(least(sum(u.amount), 2147483647L) as Integer)";

  private static final String BY_KEY = " group by u.key.key order by sum(u.amount) desc, u.key.key";

  private static final String DAYS =
      "select u.key.day, " + SUM + " " + WHERE + " group by u.key.day order by u.key.day";

  private static final String COUNTS = "select u.key.key, " + SUM + " " + WHERE + BY_KEY;

  private static final String DEPRECATED =
      "select u.key.key, " + SUM + ", max(u.key.day) " + WHERE + BY_KEY;

  private static final String SEARCHES =
      "select u.key.key, "
          + SUM
          + " "
          + WHERE
          + " and u.amount >= "
          + UsageStore.MIN_SEARCHES
          + BY_KEY;

  private final Session session;

  UsageRepository(Session session) {
    this.session = session;
  }

  List<PartnerUsageDay> days(PartnerUsage usage) {
    return list(PartnerUsageDay.class, DAYS, UsageKind.OPERATION, usage, UsageStore.MAX_DAYS + 1);
  }

  /** The greatest counts. */
  List<UsageCount> counts(UsageKind kind, PartnerUsage usage, int most) {
    return list(UsageCount.class, COUNTS, kind, usage, most);
  }

  List<DeprecatedUsage> deprecated(PartnerUsage usage, int most) {
    return list(DeprecatedUsage.class, DEPRECATED, UsageKind.DEPRECATED, usage, most);
  }

  List<EmptySearchUsage> emptySearches(PartnerUsage usage, int most) {
    return list(EmptySearchUsage.class, SEARCHES, UsageKind.EMPTY_SEARCH, usage, most);
  }

  private <T> List<T> list(Class<T> row, String hql, UsageKind kind, PartnerUsage usage, int most) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                session
                    .createSelectionQuery(hql, row)
                    .setParameter("partner", usage.partnerKey())
                    .setParameter("kind", kind)
                    .setParameter("first", usage.from())
                    .setParameter("last", usage.to())
                    .setMaxResults(most)
                    .getResultList());
  }
}
