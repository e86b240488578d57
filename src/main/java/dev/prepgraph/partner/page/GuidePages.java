package dev.prepgraph.partner.page;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerDirectory;
import dev.prepgraph.partner.PartnerScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** Finds guides with their partner and address, for resources that name them in their URL. */
@ApplicationScoped
class GuidePages {

  /**
   * A guide in the language of its page.
   *
   * @param partner null for none
   * @param locale the language that the page was asked for in
   * @param url of the partner's page in the language; null without an address
   */
  record GuidePage(RoleGuide guide, Partner partner, String locale, String url) {}

  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");

  private final GuideService guides;
  private final PartnerDirectory partners;
  private final AddressService addresses;

  GuidePages(GuideService guides, PartnerDirectory partners, AddressService addresses) {
    this.guides = guides;
    this.partners = partners;
    this.addresses = addresses;
  }

  /**
   * Finds a guide; rejects an unknown guide or partner.
   *
   * @param partnerSlug null for none
   * @param locale null for the language of the partner's default address, else for English
   */
  GuidePage find(String slug, String partnerSlug, String locale) {
    Partner partner = partnerSlug == null ? null : partner(partnerSlug);
    GuideAddresses known = partner == null ? GuideAddresses.NONE : addresses.of(partner);
    String language = locale == null ? known.defaultLocale().orElse(null) : locale;
    RoleGuide guide = SLUG.matcher(slug).matches() ? guides.find(slug, null, language) : null;
    if (guide == null) {
      throw PublicResponses.notFound("No guide has this slug");
    }
    String asked = language == null ? guide.locale() : language;
    return new GuidePage(guide, partner, asked, known.url(slug, asked).orElse(null));
  }

  /** Finds a partner whose pages are served; rejects others. */
  Partner partner(String slug) {
    return partners
        .bySlug(slug)
        .filter(partner -> partner.has(PartnerScope.READ))
        .orElseThrow(() -> PublicResponses.notFound("No partner has this slug"));
  }
}
