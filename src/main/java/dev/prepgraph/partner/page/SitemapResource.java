package dev.prepgraph.partner.page;

import dev.prepgraph.catalogue.store.CatalogueDatabase;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerDirectory;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Serves the sitemaps of partners' pages. */
@Path("/partners/{partner}")
@Blocking
public class SitemapResource {

  private record Key() {}

  private static final String MEDIA_TYPE = "application/xml; charset=utf-8";

  private static final String PAGES =
      "select g.slug, g.localizations from PublishedGuideEntity g order by g.slug";

  private final PartnerDirectory partners;
  private final AddressService addresses;
  private final PublishedCatalogue catalogue;
  private final CatalogueDatabase database;
  private final PublicResponses responses;
  private final PageConfig config;
  private final MemoryBudget.Pool memory;

  SitemapResource(
      PartnerDirectory partners,
      AddressService addresses,
      PublishedCatalogue catalogue,
      CatalogueDatabase database,
      PublicResponses responses,
      PageConfig config) {
    this.partners = partners;
    this.addresses = addresses;
    this.catalogue = catalogue;
    this.database = database;
    this.responses = responses;
    this.config = config;
    this.memory = new MemoryBudget.Pool(config.memory().asLongValue());
  }

  /** The only file, or the index of several. */
  @GET
  @Path("/sitemap.xml")
  public Response sitemap(
      @PathParam("partner") String slug,
      @Context HttpServerRequest http,
      @Context Request request) {
    Partner partner = partner(slug);
    String version = version(partner);
    String base = responses.address(http) + "/partners/" + partner.slug() + "/sitemap-";
    Sitemap sitemap = sitemap(partner);
    List<Integer> boundaries = sitemap.boundaries();
    int files = boundaries.size() - 1;
    if (files == 0) {
      throw PublicResponses.notFound("The partner has no pages of complete guides");
    }
    return send(
        version + base,
        request,
        () ->
            files == 1
                ? sitemap.file(0, boundaries.get(1))
                : Sitemap.index(files, part -> base + part + ".xml"));
  }

  /** One of several files. */
  @GET
  @Path("/sitemap-{part: [1-9][0-9]{0,4}}.xml")
  public Response part(
      @PathParam("partner") String slug, @PathParam("part") int part, @Context Request request) {
    Partner partner = partner(slug);
    String version = version(partner);
    Sitemap sitemap = sitemap(partner);
    List<Integer> boundaries = sitemap.boundaries();
    if (part >= boundaries.size()) {
      throw PublicResponses.notFound("The sitemap has no such file");
    }
    return send(
        version + part,
        request,
        () -> sitemap.file(boundaries.get(part - 1), boundaries.get(part)));
  }

  private Partner partner(String slug) {
    return partners
        .bySlug(slug)
        .orElseThrow(() -> PublicResponses.notFound("No partner has this name"));
  }

  private Sitemap sitemap(Partner partner) {
    PublishedPages pages =
        catalogue.get(
            new Key(),
            () -> new PublishedPages(database.list(PublishedPages.Page.class, PAGES, Map.of())));
    return new Sitemap(pages, addresses.of(partner), config.sitemapUrls());
  }

  /** What a sitemap depends on beside its file, read first: later content must not have it. */
  private String version(Partner partner) {
    catalogue.snapshot();
    return "%s %s %d %d "
        .formatted(
            catalogue.current().version(), partner.id(), partner.revision(), config.sitemapUrls());
  }

  /** Does not write what the client has. */
  private Response send(String version, Request request, Supplier<byte[]> body) {
    return responses
        .of(request, MEDIA_TYPE, PublicResponses.digest(version), () -> memory.call(true, body))
        .build();
  }
}
