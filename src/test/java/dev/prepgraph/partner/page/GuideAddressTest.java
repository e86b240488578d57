package dev.prepgraph.partner.page;

import static dev.prepgraph.partner.page.TestAddresses.SET;
import static dev.prepgraph.partner.page.TestAddresses.addresses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuideAddressTest {

  private static final String LIST = "{ partner { guideAddresses { locale urlTemplate } } }";

  private final OverlayClient partner = OverlayClient.create();

  private List<String> errors(Object addresses) {
    return GraphQL.errors(
        partner.service().payload(SET, Map.of("input", Map.of("addresses", addresses))));
  }

  @Test
  void replacesAllAddressesInTheirOrder() {
    assertThat(partner.service().query(LIST).getList("partner.guideAddresses")).isEmpty();
    TestAddresses.set(partner, "de", "https://a.example/{slug}", "en", "https://b.example/{slug}");
    TestAddresses.set(partner, "en", "https://c.example/{slug}", "de", "https://a.example/{slug}");

    assertThat(partner.service().query(LIST).getList("partner.guideAddresses"))
        .isEqualTo(addresses("en", "https://c.example/{slug}", "de", "https://a.example/{slug}"));
    assertThat(StatementCounter.during(() -> partner.service().query(LIST))).hasSize(1);
    assertThat(OverlayClient.create().service().query(LIST).getList("partner.guideAddresses"))
        .isEmpty();
  }

  @Test
  void namesThePathOfEachError() {
    assertThat(
            errors(
                addresses(
                    "en", "https://a.example/",
                    "en", "http://a.example/{slug}",
                    "x", "https://a.example/{slug}/{title}",
                    "de", "https://{slug}.example/")))
        .containsExactly(
            "INVALID [input, addresses, 0, urlTemplate]",
            "DUPLICATE [input, addresses, 1, locale]",
            "INVALID [input, addresses, 1, urlTemplate]",
            "INVALID [input, addresses, 2, locale]",
            "INVALID [input, addresses, 2, urlTemplate]",
            "INVALID [input, addresses, 3, urlTemplate]");
    assertThat(
            errors(
                Collections.nCopies(
                    21, Map.of("locale", "en", "urlTemplate", "https://a.example/{slug}"))))
        .containsExactly("TOO_LARGE [input, addresses]");
  }

  @Test
  void needsTheServiceWithTheScopeOrAnAdmin() {
    List<Map<String, String>> addresses = addresses("en", "https://a.example/{slug}");
    Map<String, Object> own = Map.of("input", Map.of("addresses", addresses));
    Map<String, Object> named =
        Map.of("input", Map.of("addresses", addresses, "partner", partner.partner().slug()));
    User reader = new User("reader", TestPartner.create("READ").token());

    assertThat(GraphQL.rejection(SET, own)).startsWith("FORBIDDEN");
    assertThat(User.unknown().rejection(SET, named)).startsWith("FORBIDDEN");
    assertThat(reader.rejection(SET, own)).startsWith("FORBIDDEN");
    assertThat(reader.rejection(LIST, Map.of())).startsWith("FORBIDDEN");
    assertThat(GraphQL.query(LIST).getMap("partner")).isNull();
    assertThat(GraphQL.errors(OverlayClient.create().service().payload(SET, named)))
        .containsExactly("NOT_FOUND [input, partner]");
    assertThat(User.unknown("admin").mutate(SET, named).getList("addresses")).hasSize(1);
  }
}
