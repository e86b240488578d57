package dev.prepgraph.partner.overlay;

import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.language.LanguageTags;
import dev.prepgraph.partner.overlay.content.LinkPlacement;
import dev.prepgraph.partner.overlay.content.OverlayContent;
import dev.prepgraph.partner.overlay.content.OverlayLinkContent;
import dev.prepgraph.partner.overlay.content.OverlayQuestionContent;
import dev.prepgraph.partner.overlay.schema.GuideOverlay;
import dev.prepgraph.partner.overlay.schema.OverlayImage;
import dev.prepgraph.partner.overlay.schema.OverlayJobLink;
import dev.prepgraph.partner.overlay.schema.OverlayLink;
import dev.prepgraph.partner.overlay.schema.OverlayQuestion;
import dev.prepgraph.richtext.RichText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Maps the overlays of a guide to GraphQL types, in the language of the guide. */
final class OverlayPresenter {

  private static final String DEFAULT_LOCALE = "en";

  /** The content of each target in the language of the guide, the most specific first. */
  private final List<OverlayContent> layers;

  private final Map<String, String> values;

  /** As the values; a text without an occupation code that it asks for shows none. */
  private final Map<String, String> texts;

  private OverlayPresenter(RoleGuide guide, List<OverlayContent> layers) {
    this.layers = layers;
    this.values = values(guide);
    this.texts = new HashMap<>(values);
    texts.putIfAbsent("occupationCode", "");
  }

  /**
   * @param contents by target in all languages, the most specific first; null without an overlay
   * @return null without any content
   */
  static GuideOverlay present(
      RoleGuide guide, List<List<OverlayContent>> contents, boolean preview) {
    List<OverlayContent> layers =
        contents.stream()
            .map(translations -> inLanguage(translations, guide.locale()).orElse(null))
            .toList();
    return layers.stream().allMatch(Objects::isNull)
        ? null
        : new OverlayPresenter(guide, layers).overlay(preview);
  }

  private static Optional<OverlayContent> inLanguage(List<OverlayContent> contents, String locale) {
    if (contents == null || contents.isEmpty()) {
      return Optional.empty();
    }
    List<String> locales = contents.stream().map(OverlayContent::locale).toList();
    String best =
        LanguageTags.best(locale, locales)
            .or(() -> LanguageTags.best(DEFAULT_LOCALE, locales))
            .orElse(locales.get(0));
    return contents.stream().filter(content -> content.locale().equals(best)).findFirst();
  }

  private static Map<String, String> values(RoleGuide guide) {
    Map<String, String> values = new HashMap<>();
    values.put("title", guide.title());
    values.put("slug", guide.slug());
    values.put("locale", guide.locale());
    if (!guide.occupations().isEmpty()) {
      values.put("occupationCode", guide.occupations().get(0).code());
    }
    return values;
  }

  private GuideOverlay overlay(boolean preview) {
    OverlayContent own = layers.get(0);
    RichText notes = notes();
    return new GuideOverlay(
        own == null ? List.of() : own.questions().stream().map(q -> question(q, own)).toList(),
        links(),
        jobLinks(),
        RichText.markdownOf(notes),
        notes,
        own == null ? List.of() : images(own),
        layers.stream().filter(Objects::nonNull).findFirst().orElseThrow().locale(),
        preview);
  }

  private static OverlayQuestion question(OverlayQuestionContent text, OverlayContent content) {
    return new OverlayQuestion(
        text.slug(),
        text.prompt(),
        text.advice(),
        RichText.of(text.advice(), content.locale()),
        text.answer(),
        RichText.of(text.answer(), content.locale()),
        content.locale());
  }

  private List<OverlayLink> links() {
    List<OverlayLink> links = new ArrayList<>();
    for (LinkPlacement placement : LinkPlacement.values()) {
      links.addAll(
          first(
              content ->
                  content.links().stream()
                      .filter(link -> link.placement() == placement)
                      .flatMap(link -> link(link, content.locale()).stream())
                      .toList()));
    }
    return links;
  }

  private Optional<OverlayLink> link(OverlayLinkContent link, String locale) {
    return url(link.urlTemplate())
        .map(
            url ->
                new OverlayLink(
                    link.placement(),
                    text(link.headline()),
                    text(link.text()),
                    text(link.label()),
                    url,
                    locale));
  }

  private List<OverlayJobLink> jobLinks() {
    return first(
        content ->
            content.jobLinks().stream()
                .flatMap(
                    link ->
                        url(link.urlTemplate())
                            .map(
                                url ->
                                    new OverlayJobLink(
                                        text(link.label()), url, link.count(), content.locale()))
                            .stream())
                .toList());
  }

  /** The list of the most specific target that has a non-empty one. */
  private <T> List<T> first(Function<OverlayContent, List<T>> list) {
    return layers.stream()
        .filter(Objects::nonNull)
        .map(list)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private RichText notes() {
    return layers.stream()
        .filter(content -> content != null && content.brandingNotes() != null)
        .map(content -> RichText.of(content.brandingNotes(), content.locale()))
        .findFirst()
        .orElse(null);
  }

  private static List<OverlayImage> images(OverlayContent content) {
    return content.images().stream()
        .map(image -> new OverlayImage(image.slot(), image.url(), image.alt(), content.locale()))
        .toList();
  }

  private Optional<String> url(String template) {
    return UrlTemplate.url(template, values);
  }

  private String text(String template) {
    if (template == null) {
      return null;
    }
    return UrlTemplate.text(template, texts).orElse(template);
  }
}
