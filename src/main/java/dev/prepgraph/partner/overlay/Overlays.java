package dev.prepgraph.partner.overlay;

import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.overlay.OverlayRepository.Stored;
import dev.prepgraph.partner.overlay.content.OverlayContent;
import dev.prepgraph.partner.overlay.schema.GuideOverlay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows the current partner's overlays: those that are published from a cache, drafts by a preview
 * token from the database.
 */
@ApplicationScoped
class Overlays {

  private final CurrentPartner current;
  private final OverlayRepository repository;
  private final OverlayPreviews previews;
  private final PartnerCache cache;
  private final PartnerWrites transactions;

  Overlays(
      CurrentPartner current,
      OverlayRepository repository,
      OverlayPreviews previews,
      PartnerCache cache,
      PartnerWrites transactions) {
    this.current = current;
    this.repository = repository;
    this.previews = previews;
    this.cache = cache;
    this.transactions = transactions;
  }

  /**
   * The overlay of each guide, or null; one statement for all that are not cached.
   *
   * @param token of a preview; null for that of the request, if it has one
   */
  List<GuideOverlay> of(List<RoleGuide> guides, String token) {
    Optional<Partner> partner = current.get();
    if (partner.isEmpty()) {
      return Collections.nCopies(guides.size(), null);
    }
    boolean preview = previews.isPreview(partner.get(), token);
    Set<Target> targets =
        guides.stream()
            .flatMap(guide -> Target.of(guide).stream())
            .collect(Collectors.toUnmodifiableSet());
    Map<Target, List<OverlayContent>> contents =
        preview ? drafts(partner.get(), targets) : published(partner.get(), targets);
    return guides.stream()
        .map(
            guide ->
                OverlayPresenter.present(
                    guide, Target.of(guide).stream().map(contents::get).toList(), preview))
        .toList();
  }

  private Map<Target, List<OverlayContent>> published(Partner partner, Set<Target> targets) {
    return cache.load(partner, targets, missing -> load(partner, missing));
  }

  private Map<Target, Weighted.Value<List<OverlayContent>>> load(
      Partner partner, Collection<Target> targets) {
    Map<Target, Weighted.Value<List<OverlayContent>>> loaded = new HashMap<>();
    targets.forEach(target -> loaded.put(target, new Weighted.Value<>(null, 200)));
    for (Stored stored : transactions.read(() -> repository.published(partner.id(), targets))) {
      if (loaded.containsKey(stored.target())) {
        loaded.put(
            stored.target(),
            new Weighted.Value<>(stored.contents(), 500 + 3 * stored.characters()));
      }
    }
    return loaded;
  }

  private Map<Target, List<OverlayContent>> drafts(Partner partner, Set<Target> targets) {
    return transactions.read(() -> repository.drafts(partner.id(), targets)).stream()
        .collect(Collectors.toMap(Stored::target, Stored::contents));
  }
}
