package dev.prepgraph.app;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The browser's session that the OIDC server of dev mode lacks: without it, a page would ask for
 * the user again after each reload ({@code prompt=none}).
 */
final class DevelopmentSession {

  static final String AUTHORIZE = "/authorize";
  static final String LOGOUT = "/logout";

  private static final String COOKIE = "dev-login";

  private DevelopmentSession() {}

  /** The refresh token names the user, as the code does that the server expects. */
  static void begin(RoutingContext http, JsonObject tokens) {
    String user = tokens.getString("refresh_token");
    if (user != null) {
      http.response().addCookie(cookie(user));
    }
  }

  /** Sends the user back to a page of the service; false if the server must ask for them. */
  static boolean authorize(RoutingContext http, String origin) {
    String redirect = http.request().getParam("redirect_uri", "");
    Cookie session = http.request().getCookie(COOKIE);
    boolean silent = "none".equals(http.request().getParam("prompt"));
    if (!redirect.startsWith(origin + "/") || (session == null && !silent)) {
      return false;
    }
    String result = session == null ? "error=login_required" : "code=" + session.getValue();
    http.redirect(redirect + "?" + result + "&state=" + encode(http.request().getParam("state")));
    return true;
  }

  static void end(RoutingContext http) {
    http.response().addCookie(cookie("").setMaxAge(0));
    String redirect = http.request().getParam("post_logout_redirect_uri", "/");
    http.redirect(
        redirect.startsWith(DevelopmentLogin.origin(http.request()) + "/") ? redirect : "/");
  }

  private static Cookie cookie(String user) {
    return Cookie.cookie(COOKIE, encode(user))
        .setPath(DevelopmentLogin.PATH)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }
}
