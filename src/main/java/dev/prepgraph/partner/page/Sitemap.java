package dev.prepgraph.partner.page;

import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.partner.page.schema.GuideAddress;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The sitemap of a partner's pages (sitemaps.org), with the languages of each page: one file, or
 * several with an index.
 */
final class Sitemap {

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  /** Of a file, a fifth of what the protocol allows. */
  private static final long MAX_CHARACTERS = 10_000_000;

  /** The characters around a URL in its entry and in each link to it. */
  private static final int ENTRY = 100;

  /** A URL of a guide in a language. */
  private record Location(GuideAddress address, String url) {}

  /** A page in all languages in which it is complete. */
  private record Entry(PublishedPages.Page page, List<Location> locations) {

    private long characters() {
      long urls = locations.stream().mapToLong(l -> ENTRY + l.url().length()).sum();
      return urls * (locations.size() + 2);
    }
  }

  /** Charges what is written twice, because it is copied. */
  private static final class Output extends ByteArrayOutputStream {

    @Override
    public synchronized void write(int one) {
      MemoryBudget.charge(2);
      super.write(one);
    }

    @Override
    public synchronized void write(byte[] some, int offset, int length) {
      MemoryBudget.charge(2L * length);
      super.write(some, offset, length);
    }
  }

  /** Writes XML. */
  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private final List<PublishedPages.Page> pages;
  private final List<GuideAddress> addresses;
  private final int maxUrls;

  /**
   * @param maxUrls of a file
   */
  Sitemap(PublishedPages pages, GuideAddresses addresses, int maxUrls) {
    this.pages = pages.pages();
    this.addresses = addresses.all();
    this.maxUrls = maxUrls;
  }

  /** The positions of the pages at which a file begins, and the end; without files, the end. */
  List<Integer> boundaries() {
    List<Integer> boundaries = new ArrayList<>();
    int urls = 0;
    long characters = 0;
    for (int i = 0; i < pages.size(); i++) {
      Cancellation.check();
      Entry entry = entry(pages.get(i));
      if (!entry.locations().isEmpty()) {
        boolean full =
            urls + entry.locations().size() > maxUrls
                || characters + entry.characters() > MAX_CHARACTERS;
        if (boundaries.isEmpty() || full) {
          boundaries.add(i);
          urls = 0;
          characters = 0;
        }
        urls += entry.locations().size();
        characters += entry.characters();
      }
    }
    boundaries.add(pages.size());
    return boundaries;
  }

  private Entry entry(PublishedPages.Page page) {
    return new Entry(
        page,
        addresses.stream()
            .filter(address -> page.isComplete(address.locale()))
            .map(address -> new Location(address, GuideAddresses.url(page.slug(), address)))
            .toList());
  }

  /** The file with the pages between two positions. */
  byte[] file(int from, int to) {
    return document(
        "urlset",
        xml -> {
          xml.writeNamespace("xhtml", XHTML);
          for (PublishedPages.Page page : pages.subList(from, to)) {
            Cancellation.check();
            write(entry(page), xml);
          }
        });
  }

  private static void write(Entry entry, XMLStreamWriter xml) throws XMLStreamException {
    for (Location location : entry.locations()) {
      xml.writeStartElement("url");
      element("loc", location.url(), xml);
      var changedAt = entry.page().changedAt(location.address().locale());
      if (changedAt.isPresent()) {
        element("lastmod", changedAt.get().toString(), xml);
      }
      for (Location other : entry.locations()) {
        link(other.address().locale(), other.url(), xml);
      }
      link("x-default", entry.locations().get(0).url(), xml);
      xml.writeEndElement();
    }
  }

  private static void link(String language, String url, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeEmptyElement("xhtml", "link", XHTML);
    xml.writeAttribute("rel", "alternate");
    xml.writeAttribute("hreflang", language);
    xml.writeAttribute("href", url);
  }

  /** The index of several files. */
  static byte[] index(int files, IntFunction<String> url) {
    return document(
        "sitemapindex",
        xml -> {
          for (int part = 1; part <= files; part++) {
            xml.writeStartElement("sitemap");
            element("loc", url.apply(part), xml);
            xml.writeEndElement();
          }
        });
  }

  private static void element(String name, String text, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static byte[] document(String root, Content content) {
    Output output = new Output();
    try {
      XMLStreamWriter xml = writer(output);
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(NAMESPACE);
      content.write(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
      return output.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static XMLStreamWriter writer(OutputStream output) throws XMLStreamException {
    // The JDK's: another one on the class path may write differently.
    return XMLOutputFactory.newDefaultFactory()
        .createXMLStreamWriter(output, StandardCharsets.UTF_8.name());
  }
}
