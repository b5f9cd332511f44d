package no.samsnakk.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;

/** The one cookie (R10). Its prefix makes browsers refuse it from any other host or path. */
public final class SessionCookie {
  public static final String NAME = "__Host-samsnakk";

  private SessionCookie() {}

  /** What the browser shows. Nothing if it shows two: then one of them is not from us. */
  public static Optional<BrowserSecret> in(HttpServerRequest request) {
    var shown = request.cookies(NAME);
    return shown.size() == 1
        ? BrowserSecret.of(shown.iterator().next().getValue())
        : Optional.empty();
  }

  /** As a header's value. */
  public static String set(BrowserSecret secret, Duration life) {
    return cookie(secret.value()).setMaxAge(life.toSeconds()).encode();
  }

  /** As a header's value that takes it away. */
  public static String cleared() {
    return cookie("").setMaxAge(0).encode();
  }

  private static Cookie cookie(String value) {
    return Cookie.cookie(NAME, value)
        .setPath("/")
        .setSecure(true)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX);
  }
}
