package dev.prepgraph.partner.page;

import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sets the addresses of partners. */
final class TestAddresses {

  static final String SET =
      """
      mutation ($input: SetGuideAddressesInput!) { setGuideAddresses(input: $input) {
        addresses { locale urlTemplate } userErrors { code field message } } }
      """;

  private TestAddresses() {}

  /** The addresses in the form of an input, from locales and templates in turn. */
  static List<Map<String, String>> addresses(String... localesAndTemplates) {
    List<Map<String, String>> addresses = new ArrayList<>();
    for (int i = 0; i < localesAndTemplates.length; i += 2) {
      addresses.add(
          Map.of("locale", localesAndTemplates[i], "urlTemplate", localesAndTemplates[i + 1]));
    }
    return addresses;
  }

  /** Sets addresses, which this replica then serves. */
  static JsonPath set(OverlayClient partner, String... localesAndTemplates) {
    JsonPath payload =
        partner
            .service()
            .mutate(SET, Map.of("input", Map.of("addresses", addresses(localesAndTemplates))));
    TestPartner.refresh();
    return payload;
  }
}
