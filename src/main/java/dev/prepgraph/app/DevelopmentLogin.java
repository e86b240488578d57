package dev.prepgraph.app;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the OIDC server of dev mode usable for scripts of web pages, which it does not allow itself
 * (CORS), at an address that does not change. Its page for people stays at its own address.
 */
@ApplicationScoped
class DevelopmentLogin {

  static final String PATH = "/dev/login";

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String TOKEN = "token_endpoint";
  private static final int MAX_BODY = 65_536;

  /** The endpoints that scripts call, by their names in the discovery document. */
  private static final List<String> ENDPOINTS = List.of(TOKEN, "jwks_uri", "userinfo_endpoint");

  private final String server;
  private final Vertx vertx;
  private HttpClient client;

  DevelopmentLogin(
      Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> server) {
    this.server = server.orElse(null);
    this.vertx = vertx;
  }

  void register(@Observes Router router) {
    if (LaunchMode.current().isDevOrTest() && server != null) {
      client = vertx.createHttpClient();
      router.get(PATH + DISCOVERY).handler(this::discover);
      router.get(PATH + DevelopmentSession.AUTHORIZE).handler(this::authorize);
      router.get(PATH + DevelopmentSession.LOGOUT).handler(DevelopmentSession::end);
      for (String endpoint : ENDPOINTS) {
        router
            .route(PATH + "/" + endpoint)
            .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
            .handler(http -> forward(http, endpoint));
      }
    }
  }

  private void discover(RoutingContext http) {
    respond(
        http,
        discovery()
            .map(
                document -> {
                  String base = origin(http.request()) + PATH;
                  ENDPOINTS.stream()
                      .filter(document::containsKey)
                      .forEach(endpoint -> document.put(endpoint, base + "/" + endpoint));
                  document
                      .put("authorization_endpoint", base + DevelopmentSession.AUTHORIZE)
                      .put("end_session_endpoint", base + DevelopmentSession.LOGOUT);
                  http.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
                  return document.toBuffer();
                }));
  }

  private void authorize(RoutingContext http) {
    if (!DevelopmentSession.authorize(http, origin(http.request()))) {
      discovery()
          .map(document -> document.getString("authorization_endpoint"))
          .onSuccess(page -> http.redirect(page + "?" + http.request().query()))
          .onFailure(http::fail);
    }
  }

  static String origin(HttpServerRequest request) {
    return request.scheme() + "://" + request.authority();
  }

  private Future<JsonObject> discovery() {
    return client
        .request(options(server + DISCOVERY))
        .compose(HttpClientRequest::send)
        .compose(HttpClientResponse::body)
        .map(JsonObject::new);
  }

  private void forward(RoutingContext http, String endpoint) {
    HttpServerRequest request = http.request();
    respond(
        http,
        discovery()
            .compose(
                document ->
                    client.request(
                        options(document.getString(endpoint)).setMethod(request.method())))
            .compose(
                forwarded -> {
                  copy(request, forwarded, HttpHeaders.AUTHORIZATION);
                  copy(request, forwarded, HttpHeaders.CONTENT_TYPE);
                  return request.method() == HttpMethod.GET
                      ? forwarded.send()
                      : forwarded.send(body(http, endpoint));
                })
            .compose(
                response -> {
                  http.response()
                      .setStatusCode(response.statusCode())
                      .putHeader(
                          HttpHeaders.CONTENT_TYPE,
                          response.headers().get(HttpHeaders.CONTENT_TYPE));
                  return response.body();
                })
            .onSuccess(
                body -> {
                  if (endpoint.equals(TOKEN) && http.response().getStatusCode() == 200) {
                    DevelopmentSession.begin(http, body.toJsonObject());
                  }
                }));
  }

  /** The server renews tokens only for clients with a secret, which pages do not have. */
  private static Buffer body(RoutingContext http, String endpoint) {
    String body = http.body().asString();
    return Buffer.buffer(
        endpoint.equals(TOKEN)
                && body.contains("grant_type=refresh_token")
                && !body.contains("client_secret")
            ? body + "&client_secret=secret"
            : body);
  }

  private static RequestOptions options(String address) {
    return new RequestOptions().setAbsoluteURI(address);
  }

  private static void copy(HttpServerRequest from, HttpClientRequest to, CharSequence header) {
    String value = from.getHeader(header);
    if (value != null) {
      to.putHeader(header, value);
    }
  }

  private static void respond(RoutingContext http, Future<Buffer> body) {
    http.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    body.onSuccess(http::end).onFailure(http::fail);
  }
}
