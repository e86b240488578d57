package dev.prepgraph.partner.page;

import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.store.CatalogueDatabase;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.partner.Partner;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Serves the sitemaps of partners' pages. */
@Path("/partners/{partner}")
@Blocking
public class SitemapResource {

  private record Key() {}

  private record FilesKey(UUID partner, int revision) {}

  /**
   * A sitemap and where its files begin and end; its pages are weighed by themselves.
   *
   * @param boundaries indexes of pages
   */
  private record Files(Sitemap sitemap, List<Integer> boundaries) implements Weighted {

    @Override
    public int weight() {
      return 500 + 24 * boundaries.size();
    }
  }

  private static final String MEDIA_TYPE = "application/xml; charset=utf-8";

  private static final String PAGES =
      "select g.slug, g.localizations from PublishedGuideEntity g order by g.slug";

  private final GuidePages pages;
  private final AddressService addresses;
  private final PublishedCatalogue catalogue;
  private final CatalogueDatabase database;
  private final PublicResponses responses;
  private final PageConfig config;
  private final MemoryBudget.Pool memory;

  SitemapResource(
      GuidePages pages,
      AddressService addresses,
      PublishedCatalogue catalogue,
      CatalogueDatabase database,
      PublicResponses responses,
      PageConfig config) {
    this.pages = pages;
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
  public Response sitemap(@PathParam("partner") String slug, @Context HttpServerRequest request) {
    Partner partner = pages.partner(slug);
    String version = version(partner);
    String base = responses.address(request) + "/partners/" + partner.slug() + "/sitemap-";
    Files all = files(partner);
    List<Integer> boundaries = all.boundaries();
    int files = boundaries.size() - 1;
    if (files == 0) {
      throw PublicResponses.notFound("The partner has no pages of complete guides");
    }
    return send(
        version + base,
        request,
        () ->
            files == 1
                ? all.sitemap().file(0, boundaries.get(1))
                : Sitemap.index(files, part -> base + part + ".xml"));
  }

  /** One of several files. */
  @GET
  @Path("/sitemap-{part: [1-9][0-9]{0,4}}.xml")
  public Response part(
      @PathParam("partner") String slug,
      @PathParam("part") int part,
      @Context HttpServerRequest request) {
    Partner partner = pages.partner(slug);
    String version = version(partner);
    Files all = files(partner);
    List<Integer> boundaries = all.boundaries();
    if (part >= boundaries.size()) {
      throw PublicResponses.notFound("The sitemap has no such file");
    }
    return send(
        version + part,
        request,
        () -> all.sitemap().file(boundaries.get(part - 1), boundaries.get(part)));
  }

  /** Once for a publication and partner, because all pages must be visited. */
  private Files files(Partner partner) {
    return catalogue.get(
        new FilesKey(partner.id(), partner.revision()),
        () -> {
          Sitemap sitemap = sitemap(partner);
          return new Files(sitemap, sitemap.boundaries());
        });
  }

  private Sitemap sitemap(Partner partner) {
    PublishedPages published =
        catalogue.get(
            new Key(),
            () -> new PublishedPages(database.list(PublishedPages.Page.class, PAGES, Map.of())));
    return new Sitemap(published, addresses.of(partner), config.sitemapUrls());
  }

  /** What a sitemap depends on beside its file, read first: later content must not have it. */
  private String version(Partner partner) {
    catalogue.snapshot();
    return "%s %s %d %d "
        .formatted(
            catalogue.current().version(), partner.id(), partner.revision(), config.sitemapUrls());
  }

  /** Does not write what the client has. */
  private Response send(String version, HttpServerRequest request, Supplier<byte[]> body) {
    return responses
        .of(
            request,
            MEDIA_TYPE,
            Sha256.tag(version.getBytes(StandardCharsets.UTF_8)),
            () -> memory.call(true, body))
        .build();
  }
}
