package dev.prepgraph.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Stub;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurrentPartnerTest {

  private final Map<String, Object> data = new HashMap<>();

  private final RoutingContext http =
      Stub.of(
          RoutingContext.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "put" -> {
                  data.put((String) arguments[0], arguments[1]);
                  yield proxy;
                }
                case "get" -> data.get(arguments[0]);
                default -> null;
              });

  /** The map of a context is not thread-safe, and the threads of a WebSocket share it. */
  @Test
  void operationsDoNotChangeTheMapOfTheContext() {
    var request = new CurrentVertxRequest();
    request.setCurrent(http);
    var partner = new CurrentPartner(request);

    CurrentPartner.set(http, null);
    List<Object> identified = List.copyOf(data.values());
    assertThat(CurrentPartner.isRead(http)).isFalse();
    assertThat(partner.get()).isEmpty();
    partner.preventCaching();

    assertThat(CurrentPartner.isRead(http)).isTrue();
    assertThat(CurrentPartner.isPreview(http)).isTrue();
    assertThat(data.values()).containsExactlyElementsOf(identified);
  }
}
