package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.map;
import static dev.prepgraph.GraphQL.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.richtext.HostileTextsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What search engines and feed readers ask of a site can be made from the API alone. */
@QuarkusTest
class PageMetadataTest {

  private static final String SITE = "https://site.example/";
  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String GUIDES =
      """
      query ($locale: String, $after: String) {
        roleGuides(first: 7, after: $after, locale: $locale) { pageInfo { hasNextPage endCursor } edges { node {
          id slug title summary resolvedLocale firstPublishedAt contentChangedAt authors
          licence { url }
          overviewRich { locale html(headingLevel: 2) plain(maxLength: 200) }
          faqs { question answerRich { html(headingLevel: 3) } }
          localizations { locale complete translatedShare firstPublishedAt contentChangedAt }
        } } }
      }
      """;

  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static final String CHANGES =
      """
      query ($after: String) {
        catalogueChanges(since: 0, first: 100, after: $after) {
          revision pageInfo { hasNextPage endCursor }
          nodes { kind objectKind objectId slug locale revision changedAt }
        }
      }
      """;

  /** The objects of all pages of a list. */
  private static List<JsonNode> all(String document, String list, String nodes, String locale) {
    List<JsonNode> all = new ArrayList<>();
    String after = null;
    do {
      JsonPath page =
          query(document, map("after", after, "locale", locale)).setRootPath("data." + list);
      page.<Object>getList(nodes).forEach(node -> all.add(JSON.valueToTree(node)));
      after = page.getBoolean("pageInfo.hasNextPage") ? page.getString("pageInfo.endCursor") : null;
    } while (after != null);
    return all;
  }

  private static List<JsonNode> guides(String locale) {
    List<JsonNode> guides = all(GUIDES, "roleGuides", "edges.node", locale);
    assertThat(guides)
        .extracting(guide -> text(guide, "slug"))
        .containsExactlyInAnyOrderElementsOf(GuideQueryTest.SLUGS);
    return guides;
  }

  /** A text that is present. */
  private static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    assertThat(value.isTextual() && !value.asText().isBlank()).as("%s: %s", field, value).isTrue();
    return value.asText();
  }

  private static String url(String locale, JsonNode guide) {
    return SITE + locale + "/" + text(guide, "slug");
  }

  private static Document parse(Content content) throws Exception {
    StringWriter text = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    xml.writeStartDocument();
    content.write(xml);
    xml.writeEndDocument();
    xml.close();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text.toString())));
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  @Test
  void makesJsonLd() {
    for (JsonNode guide : guides("de")) {
      ObjectNode page = JSON.createObjectNode();
      page.put("@context", "https://schema.org").put("@type", "FAQPage");
      page.put("@id", url("de", guide)).put("headline", text(guide, "title"));
      page.put(
          "description",
          guide.path("summary").isNull()
              ? text(guide.path("overviewRich"), "plain")
              : text(guide, "summary"));
      page.put("inLanguage", text(guide, "resolvedLocale"));
      page.put("datePublished", text(guide, "firstPublishedAt"));
      page.put("dateModified", text(guide, "contentChangedAt"));
      ArrayNode questions = page.putArray("mainEntity");
      for (JsonNode faq : guide.path("faqs")) {
        String html = text(faq.path("answerRich"), "html");
        HostileTextsTest.check(guide.path("slug").asText(), html);
        questions
            .addObject()
            .put("@type", "Question")
            .put("name", text(faq, "question"))
            .putObject("acceptedAnswer")
            .put("@type", "Answer")
            .put("text", html);
      }
      assertThat(questions).isNotEmpty();
      assertThat(page.path("inLanguage").asText())
          .as(text(guide, "slug"))
          .isEqualTo(WholeGuidePageTest.GERMAN.contains(text(guide, "slug")) ? "de" : "en");
      assertThat(Instant.parse(page.path("dateModified").asText()))
          .isAfterOrEqualTo(Instant.parse(page.path("datePublished").asText()));
      HostileTextsTest.check("overview", text(guide.path("overviewRich"), "html"));
      assertThat(page.path("description").asText().length()).isLessThanOrEqualTo(200);
    }
  }

  /** The languages that all texts of a guide are in. */
  private static List<String> languages(JsonNode guide) {
    List<String> languages = new ArrayList<>();
    for (JsonNode page : guide.path("localizations")) {
      if (page.path("complete").asBoolean()) {
        languages.add(text(page, "locale"));
      }
    }
    return languages;
  }

  private static Set<String> expectedLanguages(String slug) {
    return WholeGuidePageTest.GERMAN.contains(slug) ? Set.of("en", "de") : Set.of("en");
  }

  @Test
  void makesASitemapWithAlternates() throws Exception {
    List<JsonNode> guides = guides("en");
    Document map =
        parse(
            xml -> {
              xml.writeStartElement("urlset");
              xml.writeDefaultNamespace(SITEMAP);
              xml.writeNamespace("xhtml", XHTML);
              for (JsonNode guide : guides) {
                for (JsonNode page : guide.path("localizations")) {
                  if (page.path("complete").asBoolean()) {
                    url(xml, guide, page);
                  }
                }
              }
              xml.writeEndElement();
            });

    Map<String, Set<String>> alternates = new HashMap<>();
    for (Element url : elements(map.getDocumentElement(), SITEMAP, "url")) {
      assertThat(Instant.parse(elements(url, SITEMAP, "lastmod").get(0).getTextContent()))
          .isAfter(Instant.EPOCH);
      Set<String> others = new HashSet<>();
      elements(url, XHTML, "link")
          .forEach(
              link -> others.add(link.getAttribute("hreflang") + " " + link.getAttribute("href")));
      alternates.put(elements(url, SITEMAP, "loc").get(0).getTextContent(), others);
    }
    Map<String, Set<String>> expected = new HashMap<>();
    for (String slug : GuideQueryTest.SLUGS) {
      Set<String> pages = new HashSet<>();
      expectedLanguages(slug).forEach(l -> pages.add(l + " " + SITE + l + "/" + slug));
      expectedLanguages(slug).forEach(l -> expected.put(SITE + l + "/" + slug, pages));
    }
    assertThat(alternates).isEqualTo(expected);
  }

  private static List<Element> elements(Element parent, String namespace, String name) {
    NodeList nodes = parent.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static void url(XMLStreamWriter xml, JsonNode guide, JsonNode page)
      throws XMLStreamException {
    xml.writeStartElement("url");
    element(xml, "loc", url(text(page, "locale"), guide));
    element(xml, "lastmod", text(page, "contentChangedAt"));
    for (String language : languages(guide)) {
      xml.writeEmptyElement("xhtml", "link", XHTML);
      xml.writeAttribute("rel", "alternate");
      xml.writeAttribute("hreflang", language);
      xml.writeAttribute("href", url(language, guide));
    }
    xml.writeEndElement();
  }

  @Test
  void sharesOfTranslatedTextsTellCompletePages() {
    for (JsonNode guide : guides("en")) {
      String slug = text(guide, "slug");
      List<String> locales = new ArrayList<>();
      for (JsonNode page : guide.path("localizations")) {
        String locale = text(page, "locale");
        locales.add(locale);
        double share = page.path("translatedShare").asDouble(-1);
        if (expectedLanguages(slug).contains(locale)) {
          assertThat(share).as("%s %s", slug, locale).isOne();
        } else {
          assertThat(share).as("%s %s", slug, locale).isGreaterThan(0).isLessThan(1);
        }
        assertThat(page.path("complete").asBoolean())
            .as("%s %s", slug, locale)
            .isEqualTo(share == 1);
        assertThat(Instant.parse(text(page, "contentChangedAt")))
            .isAfterOrEqualTo(Instant.parse(text(page, "firstPublishedAt")));
      }
      // The taxonomy of each guide is translated.
      assertThat(locales).as(slug).containsExactlyInAnyOrder("en", "de");
    }
  }

  @Test
  void makesAnAtomFeedOfWhatChanged() throws Exception {
    Map<String, JsonNode> guides = new HashMap<>();
    guides("en").forEach(guide -> guides.put(text(guide, "id"), guide));
    int revision = query("{ catalogue { revision } }").getInt("catalogue.revision");
    List<JsonNode> changes = all(CHANGES, "catalogueChanges", "nodes", null);
    Document feed =
        parse(
            xml -> {
              xml.writeStartElement("feed");
              xml.writeDefaultNamespace(ATOM);
              element(xml, "id", SITE);
              element(xml, "title", "Interview guides");
              element(xml, "updated", text(changes.get(changes.size() - 1), "changedAt"));
              for (JsonNode change : changes) {
                JsonNode guide = guides.get(text(change, "objectId"));
                if (guide != null && text(change, "locale").equals("en")) {
                  entry(xml, change, guide);
                }
              }
              xml.writeEndElement();
            });

    assertThat(elements(feed.getDocumentElement(), ATOM, "entry"))
        .extracting(entry -> elements(entry, ATOM, "id").get(0).getTextContent())
        .containsExactlyInAnyOrderElementsOf(
            GuideQueryTest.SLUGS.stream().map(slug -> SITE + "en/" + slug).toList());
    assertThat(changes)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            change -> {
              assertThat(text(change, "kind")).isEqualTo("PUBLISHED");
              assertThat(change.path("revision").asInt()).isBetween(1, revision);
            })
        .extracting(change -> text(change, "slug") + " " + text(change, "locale"))
        .doesNotHaveDuplicates()
        .contains("senior-backend-developer de");
  }

  private static void entry(XMLStreamWriter xml, JsonNode change, JsonNode guide)
      throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", url("en", guide));
    element(xml, "title", text(guide, "title"));
    element(xml, "updated", text(change, "changedAt"));
    element(xml, "published", text(guide, "firstPublishedAt"));
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(text(guide.path("overviewRich"), "html"));
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
