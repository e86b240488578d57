package dev.prepgraph.partner.page;

import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.partner.page.GuidePages.GuidePage;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Serves what other sites show or read of a guide: structured data and a card to embed. */
@Path("/")
@Blocking
public class GuideResource {

  private final GuidePages pages;
  private final QuestionService questions;
  private final PublicResponses responses;

  GuideResource(GuidePages pages, QuestionService questions, PublicResponses responses) {
    this.pages = pages;
    this.questions = questions;
    this.responses = responses;
  }

  @GET
  @Path("guides/{slug}.jsonld")
  public Response jsonLd(
      @PathParam("slug") String slug,
      @QueryParam("partner") String partner,
      @QueryParam("locale") String locale,
      @Context HttpServerRequest request) {
    GuidePage page = pages.find(slug, partner, locale);
    return responses.compressed(request, "application/ld+json", GuideJsonLd.of(page)).build();
  }

  @GET
  @Path("embed/guides/{slug}")
  public Response card(
      @PathParam("slug") String slug,
      @QueryParam("partner") String partner,
      @QueryParam("locale") String locale,
      @Context HttpServerRequest request) {
    GuidePage page = pages.find(slug, partner, locale);
    byte[] card = GuideCard.of(page, questions.ofGuide(page.guide()), responses.address(request));
    return responses
        .of(request, "text/html; charset=utf-8", card)
        .header("Content-Security-Policy", GuideCard.policy(page.partner()))
        // Of pages that isolate themselves, too.
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }
}
