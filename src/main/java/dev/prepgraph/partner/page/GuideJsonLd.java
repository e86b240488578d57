package dev.prepgraph.partner.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prepgraph.catalogue.schema.Faq;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.part.Licence;
import dev.prepgraph.catalogue.schema.part.Occupation;
import dev.prepgraph.richtext.MarkdownRenderer;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Structured data of the page of a guide, in the vocabulary of schema.org: breadcrumbs, the page as
 * a learning resource, and its frequent questions.
 */
final class GuideJsonLd {

  /** Escapes what would end or confuse a script element that contains the text. */
  private static final class HtmlSafe extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      for (char c : new char[] {'<', '>', '&'}) {
        codes[c] = ESCAPE_STANDARD;
      }
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return null;
    }
  }

  private static final ObjectWriter JSON =
      JsonMapper.builder(JsonFactory.builder().build()).build().writer().with(new HtmlSafe());

  private final RoleGuide guide;
  private final GuidePages.GuidePage page;

  private GuideJsonLd(GuidePages.GuidePage page) {
    this.page = page;
    this.guide = page.guide();
  }

  static byte[] of(GuidePages.GuidePage page) {
    GuideJsonLd data = new GuideJsonLd(page);
    List<Map<String, Object>> graph = new ArrayList<>();
    graph.add(data.breadcrumbs());
    graph.add(data.resource());
    if (!page.guide().faqs().isEmpty()) {
      graph.add(data.questions());
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", "https://schema.org");
    document.put("@graph", graph);
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A node of a type, with the properties in turn; null values are left out. */
  private static Map<String, Object> node(String type, Object... namesAndValues) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("@type", type);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        node.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return node;
  }

  private static List<?> orNull(List<?> list) {
    return list.isEmpty() ? null : list;
  }

  /** The identifier of a node of the page; null where the page has no address. */
  private String id(String anchor) {
    return page.url() == null ? null : page.url() + "#" + anchor;
  }

  /** The site and the guide, else the family and the guide, as steps without address. */
  private Map<String, Object> breadcrumbs() {
    Map<String, Object> first =
        page.url() == null
            ? node("ListItem", "position", 1, "name", guide.family().name())
            : node(
                "ListItem",
                "position",
                1,
                "name",
                page.partner().name(),
                "item",
                URI.create(page.url()).resolve("/").toString());
    return node(
        "BreadcrumbList",
        "@id",
        id("breadcrumbs"),
        "itemListElement",
        List.of(first, node("ListItem", "position", 2, "name", guide.title(), "item", page.url())));
  }

  private Map<String, Object> resource() {
    Licence licence = guide.licence();
    return node(
        "LearningResource",
        "@id",
        id("guide"),
        "url",
        page.url(),
        "name",
        guide.title(),
        "description",
        guide.summary(),
        "inLanguage",
        guide.resolvedLocale(),
        "datePublished",
        guide.getFirstPublishedAt().toString(),
        "dateModified",
        guide.getContentChangedAt().toString(),
        "author",
        orNull(guide.authors().stream().map(a -> node("Organization", "name", a)).toList()),
        "license",
        licence == null ? null : url(licence),
        "creditText",
        licence == null ? null : licence.attribution(),
        "publisher",
        page.partner() == null ? null : node("Organization", "name", page.partner().name()),
        "learningResourceType",
        "interview guide",
        "isAccessibleForFree",
        true,
        "about",
        occupation());
  }

  static String url(Licence licence) {
    return licence.url() == null
        ? "https://spdx.org/licenses/" + licence.spdx() + ".html"
        : licence.url();
  }

  private Map<String, Object> occupation() {
    return node(
        "Occupation",
        "name",
        guide.title(),
        "alternateName",
        orNull(guide.aliases()),
        "occupationalCategory",
        orNull(guide.occupations().stream().map(GuideJsonLd::category).toList()));
  }

  private static Map<String, Object> category(Occupation occupation) {
    String scheme =
        switch (occupation.scheme()) {
          case ISCO_08 -> "ISCO-08";
          case ESCO -> "ESCO";
          case ONET_SOC -> "O*NET-SOC";
        };
    return node(
        "CategoryCode",
        "codeValue",
        occupation.code(),
        "url",
        occupation.uri(),
        "inCodeSet",
        node("CategoryCodeSet", "name", scheme));
  }

  private Map<String, Object> questions() {
    return node(
        "FAQPage",
        "@id",
        id("faq"),
        "url",
        page.url(),
        "inLanguage",
        guide.resolvedLocale(),
        "mainEntity",
        guide.faqs().stream().map(GuideJsonLd::question).toList());
  }

  private static Map<String, Object> question(Faq faq) {
    return node(
        "Question",
        "name",
        faq.question(),
        "inLanguage",
        faq.resolvedLocale(),
        "acceptedAnswer",
        node(
            "Answer",
            "text",
            MarkdownRenderer.plain(faq.answer()),
            "inLanguage",
            faq.answerRich().locale()));
  }
}
