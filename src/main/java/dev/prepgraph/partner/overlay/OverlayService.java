package dev.prepgraph.partner.overlay;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.Presentation;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.part.RoleFamily;
import dev.prepgraph.catalogue.store.CatalogueDatabase;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.overlay.content.OverlayContent;
import dev.prepgraph.partner.overlay.model.OverlayEntity;
import dev.prepgraph.partner.overlay.schema.DeleteOverlayInput;
import dev.prepgraph.partner.overlay.schema.OverlayContentInput;
import dev.prepgraph.partner.overlay.schema.PartnerOverlay;
import dev.prepgraph.partner.overlay.schema.PublishOverlayInput;
import dev.prepgraph.partner.overlay.schema.SaveOverlayInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rules of overlays for those who write them. */
@ApplicationScoped
class OverlayService {

  private record NamesKey() {}

  /** Like the letter of a node's kind, but no node has it. */
  private static final char KIND = 'O';

  private static final String TITLES =
      "select g.slug, g.titles from PublishedGuideEntity g order by g.slug";

  private final PartnerWrites writes;
  private final OverlayRepository repository;
  private final OverlayConfig config;
  private final GuideService guides;
  private final PublishedCatalogue catalogue;
  private final CatalogueDatabase database;
  private final Clock clock;

  OverlayService(
      PartnerWrites writes,
      OverlayRepository repository,
      OverlayConfig config,
      GuideService guides,
      PublishedCatalogue catalogue,
      CatalogueDatabase database,
      Clock clock) {
    this.writes = writes;
    this.repository = repository;
    this.config = config;
    this.guides = guides;
    this.catalogue = catalogue;
    this.database = database;
    this.clock = clock;
  }

  /** Replaces the draft of an overlay, or creates it. */
  PartnerOverlay save(SaveOverlayInput input) {
    Partner partner = writes.requirePartner(input.partner());
    Target target = target(input);
    List<OverlayContent> contents =
        input.contents().stream().map(OverlayContentInput::toContent).toList();
    UserErrorException.throwIfAny(errors(target, contents));
    return writes.call(
        partner,
        () -> {
          OverlayEntity overlay =
              repository.find(partner, target).orElseGet(() -> create(partner, target));
          boolean repeated = contents.equals(overlay.draft);
          OptimisticLock.check(
              overlay.version, input.expectedVersion(), repeated, "input", "expectedVersion");
          if (input.expectedVersion() == overlay.version) {
            overlay.save(contents, clock.instant());
            repository.persist(overlay);
          }
          return overlay(overlay);
        });
  }

  private OverlayEntity create(Partner partner, Target target) {
    if (repository.count(partner) >= config.perPartner()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED,
          "A partner has at most " + config.perPartner() + " overlays");
    }
    return new OverlayEntity(partner.id(), target.guide(), target.family());
  }

  private Target target(SaveOverlayInput input) {
    if (input.guideId() != null && input.familyId() != null) {
      throw new UserErrorException(
          UserErrorCode.INVALID, "Give guideId or familyId, not both", "input", "familyId");
    }
    if (input.guideId() != null) {
      return guides
          .find(input.guideId(), null)
          .map(guide -> new Target(guide.key(), null))
          .orElseThrow(() -> UserErrorException.notFound("a published guide", "input", "guideId"));
    }
    if (input.familyId() != null) {
      return families().values().stream()
          .filter(family -> family.id().equals(input.familyId()))
          .findFirst()
          .map(family -> new Target(null, family.slug()))
          .orElseThrow(() -> UserErrorException.notFound("a role family", "input", "familyId"));
    }
    return Target.ALL;
  }

  private List<UserError> errors(Target target, List<OverlayContent> contents) {
    String slug = null;
    if (target.guide() != null) {
      RoleGuide guide = guides.everPublished(List.of(target.guide()), null).get(target.guide());
      slug = guide == null ? null : guide.slug();
    }
    RoleNames names =
        catalogue.get(
            new NamesKey(),
            () -> new RoleNames(database.list(RoleNames.Titles.class, TITLES, Map.of())));
    return new OverlayChecks(target.guide() != null, slug, names).errors(contents);
  }

  /** Publishes the draft of an overlay; a repeated call changes nothing. */
  PartnerOverlay publish(PublishOverlayInput input) {
    Partner partner = writes.requirePartner(input.partner());
    return writes.publish(
        partner,
        () -> {
          OverlayEntity overlay = require(partner, input.id(), input.expectedVersion());
          if (!Integer.valueOf(overlay.version).equals(overlay.publishedVersion)) {
            requireValid(overlay);
            overlay.publish(clock.instant());
          }
          return overlay(overlay);
        });
  }

  /** Guides that were published since the draft was saved have names, too. */
  private void requireValid(OverlayEntity overlay) {
    if (!errors(new Target(overlay.guideId, overlay.family), overlay.draft).isEmpty()) {
      throw new UserErrorException(
          UserErrorCode.INVALID,
          "The draft is not valid any more; save it again to read its errors",
          "input",
          "id");
    }
  }

  /** Deletes an overlay; returns its id. */
  String delete(DeleteOverlayInput input) {
    Partner partner = writes.requirePartner(input.partner());
    return writes.publish(
        partner,
        () -> {
          repository.delete(require(partner, input.id(), input.expectedVersion()));
          return input.id();
        });
  }

  private OverlayEntity require(Partner partner, String id, int expectedVersion) {
    OverlayEntity overlay =
        NodeId.parse(KIND, id)
            .flatMap(key -> repository.find(partner, key))
            .orElseThrow(
                () -> UserErrorException.notFound("an overlay of the partner", "input", "id"));
    OptimisticLock.check(overlay.version, expectedVersion, false, "input", "expectedVersion");
    return overlay;
  }

  /** A page of a partner's overlays, the newest first; empty for a revoked partner. */
  Optional<Page<PartnerOverlay>> list(String slug, PageRequest request) {
    return writes
        .partner(slug)
        .map(
            partner ->
                writes.read(() -> repository.page(partner, request).map(row -> overlay(row))));
  }

  /** The guides of overlays, in their last published form. */
  Map<UUID, RoleGuide> guides(Set<UUID> keys, String locale) {
    return guides.everPublished(keys, locale);
  }

  /** A family, or null if it is not published any more. */
  RoleFamily family(String slug) {
    return families().get(slug);
  }

  private Map<String, RoleFamily> families() {
    return Presentation.of(catalogue.snapshot(), null).taxonomy().families();
  }

  private static PartnerOverlay overlay(OverlayEntity overlay) {
    return overlay(OverlayRepository.Row.of(overlay));
  }

  private static PartnerOverlay overlay(OverlayRepository.Row row) {
    return new PartnerOverlay(
        NodeId.of(KIND, row.id()),
        row.target().scope(),
        row.version(),
        row.publishedVersion(),
        row.changedAt(),
        row.publishedAt(),
        row.draft(),
        Optional.ofNullable(row.published()).orElse(List.of()),
        row.guide(),
        row.family());
  }
}
