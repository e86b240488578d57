package dev.prepgraph.partner.usage;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.usage.model.UsageKind;
import dev.prepgraph.partner.usage.schema.DeprecatedUsage;
import dev.prepgraph.partner.usage.schema.EmptySearchUsage;
import dev.prepgraph.partner.usage.schema.GuideUsage;
import dev.prepgraph.partner.usage.schema.PartnerUsage;
import dev.prepgraph.partner.usage.schema.PartnerUsageDay;
import dev.prepgraph.partner.usage.schema.UsageCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The stored usage of one partner. */
@ApplicationScoped
class UsageService {

  static final int MOST = 100;
  static final int MOST_FIELDS = 1_000;

  private final UsageRepository repository;
  private final GuideService guides;
  private final CurrentPartner current;

  UsageService(UsageRepository repository, GuideService guides, CurrentPartner current) {
    this.repository = repository;
    this.guides = guides;
    this.current = current;
  }

  PartnerUsage between(LocalDate from, LocalDate to, UUID partner) {
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= UsageStore.MAX_DAYS) {
      throw RequestException.badRequest(
          "to must be from or up to " + (UsageStore.MAX_DAYS - 1) + " days later");
    }
    return new PartnerUsage(from, to, partner);
  }

  List<PartnerUsageDay> days(PartnerUsage usage) {
    return repository.days(usage);
  }

  List<UsageCount> operations(PartnerUsage usage) {
    return repository.counts(UsageKind.OPERATION, usage, MOST);
  }

  List<UsageCount> fields(PartnerUsage usage) {
    return repository.counts(UsageKind.FIELD, usage, MOST_FIELDS);
  }

  List<DeprecatedUsage> deprecated(PartnerUsage usage) {
    return repository.deprecated(usage, MOST);
  }

  List<EmptySearchUsage> emptySearches(PartnerUsage usage) {
    return repository.emptySearches(usage, MOST);
  }

  List<GuideUsage> guides(PartnerUsage usage) {
    return repository.counts(UsageKind.GUIDE, usage, MOST).stream()
        .map(read -> new GuideUsage(read.count(), UUID.fromString(read.name())))
        .toList();
  }

  /** The guides in their last published form, loaded together. */
  List<RoleGuide> guides(List<GuideUsage> reads) {
    current.requireRead();
    return ByLocale.load(reads, GuideUsage::guideKey, read -> null, guides::everPublished);
  }
}
