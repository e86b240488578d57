package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteLoginTest {

  private record Config(Optional<String> authority, Optional<List<String>> loginOrigins)
      implements SiteConfig {

    @Override
    public boolean enabled() {
      return true;
    }

    @Override
    public String clientId() {
      return "client";
    }

    @Override
    public String scope() {
      return "openid";
    }
  }

  private static final Optional<String> SERVER = Optional.of("http://keycloak:8080/realms/a");
  private static final Config OWN =
      new Config(Optional.of("https://login.example/a"), Optional.empty());

  private static void assertConnections(SiteLogin login, String sources) {
    assertThat(login.contentSecurityPolicy()).contains("; connect-src " + sources + "; ");
  }

  @Test
  void isThatOfTheServiceOrTheAddressForBrowsers() {
    SiteLogin service = new SiteLogin(new Config(Optional.empty(), Optional.empty()), SERVER, true);
    assertThat(service.authority()).isEqualTo("http://keycloak:8080/realms/a");
    assertConnections(service, "'self' http://keycloak:8080");

    SiteLogin own = new SiteLogin(OWN, SERVER, true);
    assertThat(own.authority()).isEqualTo("https://login.example/a");
    assertConnections(own, "'self' https://login.example");
  }

  @Test
  void mayHaveEndpointsElsewhere() {
    Config config =
        new Config(OWN.authority(), Optional.of(List.of("https://a.example", "https://b.example")));
    assertConnections(
        new SiteLogin(config, SERVER, true),
        "'self' https://login.example https://a.example https://b.example");
    assertConnections(new SiteLogin(config, SERVER, false), "'self'");
  }

  @Test
  void mayBePartOfTheService() {
    Config config = new Config(Optional.of("/dev/login"), Optional.empty());
    SiteLogin login = new SiteLogin(config, SERVER, true);
    assertThat(login.authority()).isEqualTo("/dev/login");
    assertConnections(login, "'self'");
  }

  @Test
  void mayBeMissing() {
    SiteLogin login = new SiteLogin(OWN, SERVER, false);
    assertThat(login.authority()).isNull();
    assertConnections(login, "'self'");
  }
}
