package dev.prepgraph.partner.page;

import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.Resources;
import dev.prepgraph.common.Sha256;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.page.GuidePages.GuidePage;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A small page without scripts that shows a guide inside another page. It is HTML that is
 * well-formed XML, so that the XML writer escapes its texts.
 */
final class GuideCard {

  private static final int MAX_QUESTIONS = 3;

  /** Without characters that XML escapes. */
  private static final String STYLE = Resources.text("/embed/card.css");

  private static final String STYLE_HASH = Base64.getEncoder().encodeToString(Sha256.of(STYLE));

  private final RoleGuide guide;
  private final XMLStreamWriter html;

  private GuideCard(RoleGuide guide, XMLStreamWriter html) {
    this.guide = guide;
    this.html = html;
  }

  /** The policy of a card, which only a partner's own pages may embed; null for any page. */
  static String policy(Partner partner) {
    String ancestors = "*";
    if (partner != null) {
      ancestors =
          partner.origins().isEmpty()
              ? "'none'"
              : partner.origins().stream().sorted().collect(Collectors.joining(" "));
    }
    return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors %s"
        .formatted(STYLE_HASH, ancestors);
  }

  /** The path of a card that any page may embed, which that of a partner is not. */
  static String path(GuidePage page) {
    return "/embed/guides/%s?locale=%s".formatted(page.guide().slug(), page.locale());
  }

  /**
   * @param service the address of this service
   */
  static byte[] of(GuidePage page, List<Question> questions, String service) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      XMLStreamWriter html =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(output, StandardCharsets.UTF_8.name());
      new GuideCard(page.guide(), html).write(page, questions, service);
      html.close();
      return output.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(GuidePage page, List<Question> questions, String service)
      throws XMLStreamException {
    html.writeDTD("<!DOCTYPE html>");
    html.writeStartElement("html");
    html.writeAttribute("lang", guide.resolvedLocale());
    head(service + path(page), service);
    html.writeStartElement("body");
    html.writeStartElement("main");
    text("p", "family", guide.family().resolvedLocale(), guide.family().name());
    title(page.url());
    if (guide.summary() != null) {
      text("p", "summary", guide.summaryLocale(), guide.summary());
    }
    questions(questions);
    licence();
    html.writeEndElement();
    html.writeEndElement();
    html.writeEndElement();
  }

  private void head(String card, String service) throws XMLStreamException {
    html.writeStartElement("head");
    empty("meta", "charset", "utf-8");
    empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    empty("meta", "name", "color-scheme", "content", "light dark");
    empty("meta", "name", "robots", "content", "noindex");
    html.writeStartElement("title");
    html.writeCharacters(guide.title());
    html.writeEndElement();
    empty(
        "link",
        "rel",
        "alternate",
        "type",
        "application/json+oembed",
        "title",
        guide.title(),
        "href",
        service + "/oembed?format=json&url=" + URLEncoder.encode(card, StandardCharsets.UTF_8));
    html.writeStartElement("style");
    html.writeCharacters(STYLE);
    html.writeEndElement();
    html.writeEndElement();
  }

  private void title(String url) throws XMLStreamException {
    html.writeStartElement("h1");
    if (url == null) {
      html.writeCharacters(guide.title());
    } else {
      link(url, guide.title());
    }
    html.writeEndElement();
  }

  private void link(String url, String text) throws XMLStreamException {
    html.writeStartElement("a");
    html.writeAttribute("href", url);
    html.writeAttribute("target", "_blank");
    html.writeAttribute("rel", "noopener");
    html.writeCharacters(text);
    html.writeEndElement();
  }

  private void questions(List<Question> questions) throws XMLStreamException {
    if (questions.isEmpty()) {
      return;
    }
    html.writeStartElement("ul");
    for (Question question : questions.subList(0, Math.min(MAX_QUESTIONS, questions.size()))) {
      text("li", null, question.resolvedLocale(), question.prompt());
    }
    html.writeEndElement();
  }

  private void licence() throws XMLStreamException {
    if (guide.licence() != null) {
      html.writeStartElement("footer");
      if (guide.licence().attribution() != null) {
        html.writeCharacters(guide.licence().attribution() + ", ");
      }
      link(GuideJsonLd.url(guide.licence()), guide.licence().spdx());
      html.writeEndElement();
    }
  }

  private void text(String element, String style, String locale, String text)
      throws XMLStreamException {
    html.writeStartElement(element);
    if (style != null) {
      html.writeAttribute("class", style);
    }
    if (!locale.equals(guide.resolvedLocale())) {
      html.writeAttribute("lang", locale);
    }
    html.writeCharacters(text);
    html.writeEndElement();
  }

  private void empty(String element, String... namesAndValues) throws XMLStreamException {
    html.writeEmptyElement(element);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      html.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }
}
