package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.richtext.HostileTextsTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
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
      query ($locale: String) {
        catalogue { locales }
        roleGuides(first: 100, locale: $locale) { edges { node {
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

  private static List<JsonNode> guides(String locale) {
    List<JsonNode> guides = new ArrayList<>();
    List<Object> nodes = query(GUIDES, Map.of("locale", locale)).getList("roleGuides.edges.node");
    nodes.forEach(node -> guides.add(JSON.valueToTree(node)));
    assertThat(guides).hasSizeGreaterThanOrEqualTo(8);
    return guides;
  }

  private static String url(String locale, JsonNode guide) {
    return SITE + locale + "/" + guide.path("slug").asText();
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
      page.put("@id", url("de", guide)).put("headline", guide.path("title").asText());
      page.put(
          "description",
          guide.path("summary").asText(guide.path("overviewRich").path("plain").asText()));
      page.put("inLanguage", guide.path("resolvedLocale").asText());
      page.put("datePublished", guide.path("firstPublishedAt").asText());
      page.put("dateModified", guide.path("contentChangedAt").asText());
      ArrayNode questions = page.putArray("mainEntity");
      for (JsonNode faq : guide.path("faqs")) {
        String html = faq.path("answerRich").path("html").asText();
        HostileTextsTest.check(guide.path("slug").asText(), html);
        questions
            .addObject()
            .put("@type", "Question")
            .put("name", faq.path("question").asText())
            .putObject("acceptedAnswer")
            .put("@type", "Answer")
            .put("text", html);
      }
      assertThat(page)
          .allSatisfy(value -> assertThat(value.isEmpty() && value.asText().isBlank()).isFalse());
      assertThat(Instant.parse(page.path("dateModified").asText()))
          .isAfterOrEqualTo(Instant.parse(page.path("datePublished").asText()));
      HostileTextsTest.check("overview", guide.path("overviewRich").path("html").asText());
      assertThat(page.path("description").asText().length()).isLessThanOrEqualTo(200);
    }
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
                  url(xml, guide, page);
                }
              }
              xml.writeEndElement();
            });

    Set<String> urls = new HashSet<>();
    for (int i = 0; i < map.getElementsByTagNameNS(SITEMAP, "url").getLength(); i++) {
      Element url = (Element) map.getElementsByTagNameNS(SITEMAP, "url").item(i);
      urls.add(url.getElementsByTagNameNS(SITEMAP, "loc").item(0).getTextContent());
      assertThat(
              Instant.parse(
                  url.getElementsByTagNameNS(SITEMAP, "lastmod").item(0).getTextContent()))
          .isAfter(Instant.EPOCH);
      assertThat(url.getElementsByTagNameNS(XHTML, "link").getLength()).isPositive();
    }
    assertThat(urls)
        .contains(SITE + "en/backend-developer-intern", SITE + "de/backend-developer-intern");
  }

  private static void url(XMLStreamWriter xml, JsonNode guide, JsonNode page)
      throws XMLStreamException {
    xml.writeStartElement("url");
    element(xml, "loc", url(page.path("locale").asText(), guide));
    element(xml, "lastmod", page.path("contentChangedAt").asText());
    for (JsonNode other : guide.path("localizations")) {
      xml.writeEmptyElement("xhtml", "link", XHTML);
      xml.writeAttribute("rel", "alternate");
      xml.writeAttribute("hreflang", other.path("locale").asText());
      xml.writeAttribute("href", url(other.path("locale").asText(), guide));
    }
    xml.writeEndElement();
  }

  @Test
  void makesAnAtomFeedOfWhatChanged() throws Exception {
    Map<String, JsonNode> guides = new HashMap<>();
    guides("en").forEach(guide -> guides.put(guide.path("id").asText(), guide));
    JsonNode changes =
        JSON.valueToTree(
            query(
                    "{ catalogueChanges(since: 0, first: 100) { revision pageInfo { hasNextPage }"
                        + " nodes { kind objectKind objectId slug locale revision changedAt } } }")
                .get("catalogueChanges"));
    Document feed =
        parse(
            xml -> {
              xml.writeStartElement("feed");
              xml.writeDefaultNamespace(ATOM);
              element(xml, "id", SITE);
              element(xml, "title", "Interview guides");
              element(xml, "updated", changes.path("nodes").path(0).path("changedAt").asText());
              for (JsonNode change : changes.path("nodes")) {
                JsonNode guide = guides.get(change.path("objectId").asText());
                if (guide != null && change.path("locale").asText().equals("en")) {
                  entry(xml, change, guide);
                }
              }
              xml.writeEndElement();
            });

    assertThat(feed.getElementsByTagNameNS(ATOM, "entry").getLength()).isPositive();
    assertThat(changes.path("nodes"))
        .allSatisfy(
            change -> {
              assertThat(change.path("kind").asText()).isEqualTo("PUBLISHED");
              assertThat(change.path("revision").asInt())
                  .isBetween(1, changes.path("revision").asInt());
            });
  }

  private static void entry(XMLStreamWriter xml, JsonNode change, JsonNode guide)
      throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", url("en", guide));
    element(xml, "title", guide.path("title").asText());
    element(xml, "updated", change.path("changedAt").asText());
    element(xml, "published", guide.path("firstPublishedAt").asText());
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(guide.path("overviewRich").path("html").asText());
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
