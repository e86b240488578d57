package dev.prepgraph.partner.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerDirectory;
import dev.prepgraph.partner.PartnerScope;
import dev.prepgraph.partner.overlay.UrlTemplate;
import dev.prepgraph.partner.page.AddressRepository.Hosted;
import dev.prepgraph.partner.page.GuidePages.GuidePage;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Tells other sites how to embed a guide whose address they know (oembed.com). */
@Path("/oembed")
@Blocking
public class OEmbedResource {

  private static final int MAX_URL = 2_000;
  private static final int WIDTH = 600;
  private static final int HEIGHT = 420;
  private static final int MAX_SIZE = 10_000;
  private static final Pattern OWN_PATH =
      Pattern.compile("/(?:embed/)?guides/([a-z0-9-]{1,100})(?:\\.jsonld)?");
  private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

  private final GuidePages pages;
  private final AddressService addresses;
  private final PartnerDirectory partners;
  private final PublicResponses responses;

  OEmbedResource(
      GuidePages pages,
      AddressService addresses,
      PartnerDirectory partners,
      PublicResponses responses) {
    this.pages = pages;
    this.addresses = addresses;
    this.partners = partners;
    this.responses = responses;
  }

  @GET
  public Response embed(
      @QueryParam("url") String url,
      @QueryParam("format") String format,
      @QueryParam("maxwidth") Integer maxWidth,
      @QueryParam("maxheight") Integer maxHeight,
      @Context HttpServerRequest request) {
    if (format != null && !format.equals("json")) {
      return Response.status(501).header("Cache-Control", "no-store").build(); // as oEmbed defines
    }
    if (url == null || url.isEmpty() || url.length() > MAX_URL) {
      throw RequestException.badRequest("url must be the address of a guide");
    }
    String address = UrlTemplate.normalized(url);
    String service = responses.address(request);
    GuidePage page =
        own(address, UrlTemplate.normalized(service))
            .or(() -> ofPartner(address))
            .orElseThrow(() -> PublicResponses.notFound("The url is no address of a guide"));
    byte[] body = json(page, service, size(maxWidth, WIDTH), size(maxHeight, HEIGHT));
    return responses.of(request, "application/json; charset=utf-8", body).build();
  }

  private static int size(Integer most, int usual) {
    if (most != null && (most < 1 || most > MAX_SIZE)) {
      throw RequestException.badRequest("maxwidth and maxheight must be 1 to " + MAX_SIZE);
    }
    return most == null ? usual : Math.min(most, usual);
  }

  private Optional<GuidePage> own(String url, String service) {
    if (!url.startsWith(service + "/")) {
      return Optional.empty();
    }
    try {
      QueryStringDecoder query = new QueryStringDecoder(url.substring(service.length()));
      Matcher path = OWN_PATH.matcher(query.path());
      return path.matches()
          ? Optional.of(
              pages.find(path.group(1), parameter(query, "partner"), parameter(query, "locale")))
          : Optional.empty();
    } catch (IllegalArgumentException e) { // not percent-encoded UTF-8
      return Optional.empty();
    }
  }

  private static String parameter(QueryStringDecoder query, String name) {
    List<String> values = query.parameters().getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(0);
  }

  private Optional<GuidePage> ofPartner(String url) {
    if (!UrlTemplate.isValid(url, Set.of())) {
      return Optional.empty();
    }
    String page = url.replaceFirst("#.*", "");
    String host = UrlTemplate.host(page);
    // Any partner can name a host in an address, but admins set the origins.
    Map<UUID, Partner> owners =
        partners.byOrigin("https://" + host).stream()
            .filter(owner -> owner.has(PartnerScope.READ))
            .collect(Collectors.toMap(Partner::id, owner -> owner));
    if (owners.isEmpty()) {
      return Optional.empty();
    }
    for (Hosted address : addresses.candidates(owners.keySet(), host, page)) {
      Optional<String> slug =
          GuideAddresses.slug(address.address(), page)
              .or(() -> GuideAddresses.slug(address.address(), page.replaceFirst("\\?.*", "")));
      if (slug.isPresent()) {
        String partner = owners.get(address.partner()).slug();
        return Optional.of(pages.find(slug.get(), partner, address.locale()));
      }
    }
    return Optional.empty();
  }

  private static byte[] json(GuidePage page, String service, int width, int height) {
    Map<String, Object> embed = new LinkedHashMap<>();
    embed.put("version", "1.0");
    embed.put("type", "rich");
    embed.put("title", page.guide().title());
    if (!page.guide().authors().isEmpty()) {
      embed.put("author_name", String.join(", ", page.guide().authors()));
    }
    embed.put("provider_name", page.partner() == null ? "Prepgraph" : page.partner().name());
    embed.put("provider_url", page.url() == null ? service : page.url());
    embed.put("width", width);
    embed.put("height", height);
    embed.put("html", frame(page, service, width, height));
    try {
      return JSON.writeValueAsBytes(embed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String frame(GuidePage page, String service, int width, int height) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      html.writeStartElement("iframe");
      html.writeAttribute("src", service + GuideCard.path(page));
      html.writeAttribute("title", page.guide().title());
      html.writeAttribute("lang", page.guide().resolvedLocale());
      html.writeAttribute("width", String.valueOf(width));
      html.writeAttribute("height", String.valueOf(height));
      html.writeAttribute("loading", "lazy");
      html.writeAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
      html.writeCharacters("");
      html.writeEndElement();
      html.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
