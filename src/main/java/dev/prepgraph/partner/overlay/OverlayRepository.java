package dev.prepgraph.partner.overlay;

import dev.prepgraph.common.Hql;
import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.KeysetPages;
import dev.prepgraph.paging.KeysetQuery;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.overlay.content.OverlayContent;
import dev.prepgraph.partner.overlay.model.OverlayEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Overlays, each of one partner, which every statement names. */
@ApplicationScoped
class OverlayRepository implements PanacheRepositoryBase<OverlayEntity, UUID> {

  /** The content of an overlay. */
  @RegisterForReflection
  record Stored(UUID guide, String family, int characters, List<OverlayContent> contents) {

    Target target() {
      return new Target(guide, family);
    }
  }

  /** An overlay with its draft and what is published. */
  @RegisterForReflection
  record Row(
      UUID id,
      UUID guide,
      String family,
      int version,
      Integer publishedVersion,
      Instant changedAt,
      Instant publishedAt,
      List<OverlayContent> draft,
      List<OverlayContent> published) {

    static Row of(OverlayEntity overlay) {
      return new Row(
          overlay.id,
          overlay.guideId,
          overlay.family,
          overlay.version,
          overlay.publishedVersion,
          overlay.changedAt,
          overlay.publishedAt,
          overlay.draft,
          overlay.published);
    }

    Target target() {
      return new Target(guide, family);
    }
  }

  private static final String COMPONENTS =
      "o.id, o.guideId, o.family, o.version, o.publishedVersion, o.changedAt, o.publishedAt, o.draft, o.published";

  private static final Keyset<Row> NEWEST_FIRST =
      new Keyset<>(List.of(Key.id("o.id")), row -> List.of(row.id()));

  private static final String TARGETED =
      """
      select o.guideId, o.family, length(cast(o.%1$s as String)), o.%1$s from OverlayEntity o
      where o.partnerId = :partner and o.%1$s is not null
      and (in_array(:guides, o.guideId) or in_array(:families, o.family) or o.guideId is null and o.family is null)
      """;

  private static final String PUBLISHED = TARGETED.formatted("published");
  private static final String DRAFTS = TARGETED.formatted("draft");

  static {
    Hql.learn(PUBLISHED);
  }

  private final KeysetPages pages;

  OverlayRepository(KeysetPages pages) {
    this.pages = pages;
  }

  List<Stored> published(UUID partner, Collection<Target> targets) {
    return stored(PUBLISHED, partner, targets);
  }

  List<Stored> drafts(UUID partner, Collection<Target> targets) {
    return stored(DRAFTS, partner, targets);
  }

  private List<Stored> stored(String hql, UUID partner, Collection<Target> targets) {
    return find(
            hql,
            Map.of(
                "partner", partner,
                "guides",
                    targets.stream()
                        .map(Target::guide)
                        .filter(Objects::nonNull)
                        .toArray(UUID[]::new),
                "families",
                    targets.stream()
                        .map(Target::family)
                        .filter(Objects::nonNull)
                        .toArray(String[]::new)))
        .project(Stored.class)
        .list();
  }

  Optional<OverlayEntity> find(Partner partner, UUID id) {
    return find("partnerId = ?1 and id = ?2", partner.id(), id).firstResultOptional();
  }

  Optional<OverlayEntity> find(Partner partner, Target target) {
    return find(
            "partnerId = ?1 and guideId is not distinct from ?2 and family is not distinct from ?3",
            partner.id(),
            target.guide(),
            target.family())
        .firstResultOptional();
  }

  long count(Partner partner) {
    return count("partnerId", partner.id());
  }

  Page<Row> page(Partner partner, PageRequest request) {
    return pages.read(
        "overlays " + partner.id(),
        new KeysetQuery<>(Row.class, COMPONENTS, "from OverlayEntity o where true", NEWEST_FIRST)
            .where("o.partnerId = :partner", "partner", partner.id()),
        request);
  }
}
