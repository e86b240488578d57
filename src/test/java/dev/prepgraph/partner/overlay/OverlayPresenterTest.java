package dev.prepgraph.partner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.Seniority;
import dev.prepgraph.catalogue.schema.part.Occupation;
import dev.prepgraph.catalogue.schema.part.OccupationScheme;
import dev.prepgraph.partner.overlay.content.LinkPlacement;
import dev.prepgraph.partner.overlay.content.OverlayContent;
import dev.prepgraph.partner.overlay.content.OverlayJobLinkContent;
import dev.prepgraph.partner.overlay.content.OverlayLinkContent;
import dev.prepgraph.partner.overlay.schema.GuideOverlay;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Overlays of guides that lack what links need. */
class OverlayPresenterTest {

  private static RoleGuide guide(Occupation... occupations) {
    return new RoleGuide(
        "id",
        "a-guide",
        "R&D {title} $1",
        null,
        List.of(),
        null,
        null,
        Seniority.INTERN,
        List.of(occupations),
        null,
        List.of(),
        null,
        "en",
        null,
        "",
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        1,
        null,
        "en",
        null);
  }

  private static OverlayContent links(String headline, String url) {
    return new OverlayContent(
        "en",
        null,
        List.of(new OverlayLinkContent(LinkPlacement.FOOTER, headline, null, "Go", url)),
        List.of(new OverlayJobLinkContent("Jobs {occupationCode}", url, null)),
        null,
        null);
  }

  private static GuideOverlay present(RoleGuide guide, OverlayContent own, OverlayContent all) {
    return OverlayPresenter.present(
        guide, Arrays.asList(own == null ? null : List.of(own), null, List.of(all)), false);
  }

  @Test
  void leavesOutLinksThatNeedAMissingCode() {
    OverlayContent coded = links("Pay", "https://e.example/{occupationCode}");
    OverlayContent plain = links("Jobs", "https://e.example/");

    GuideOverlay alone = present(guide(), null, coded);
    assertThat(alone.links()).isEmpty();
    assertThat(alone.jobLinks()).isEmpty();
    GuideOverlay both = present(guide(), coded, plain);
    assertThat(both.links()).singleElement().extracting("headline").isEqualTo("Jobs");
    assertThat(both.jobLinks()).singleElement().extracting("label").isEqualTo("Jobs ");
    Occupation occupation = new Occupation(OccupationScheme.ESCO, "a/b", null);
    assertThat(present(guide(occupation), coded, plain).links())
        .singleElement()
        .extracting("url")
        .isEqualTo("https://e.example/a%2Fb");
  }

  @Test
  void valuesAreNoTemplates() {
    GuideOverlay overlay = present(guide(), null, links("{title}", "https://e.example/?q={title}"));

    assertThat(overlay.links().get(0).headline()).isEqualTo("R&D {title} $1");
    assertThat(overlay.links().get(0).url())
        .isEqualTo("https://e.example/?q=R%26D%20%7Btitle%7D%20%241");
  }

  @Test
  void isNullWithoutContent() {
    assertThat(OverlayPresenter.present(guide(), Arrays.asList(null, null, List.of()), false))
        .isNull();
  }
}
