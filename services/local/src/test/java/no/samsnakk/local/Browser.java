package no.samsnakk.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser, and the gateway's part of a sign-in, as far as Keycloak sees them. */
final class Browser {
  /** What the tokens of a sign-in say, and the one that brings new ones. */
  record Tokens(JsonNode id, JsonNode access, String refresh) {}

  private static final String VERIFIER = "a-verifier-that-is-long-enough-for-pkce-0123456789";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final List<String> shown = new ArrayList<>();
  private final LocalKeycloak keycloak;
  private final String callback;

  Browser(LocalKeycloak keycloak, String origin) {
    this.keycloak = keycloak;
    this.callback = origin + "/auth/callback";
  }

  /** The realm of each page that somebody had to look at. */
  List<String> realmsThatShowedAPage() {
    return shown;
  }

  String standIn() {
    return follow(get(authorise(Map.of()))).body();
  }

  Tokens signIn(String username) {
    return signIn(username, Map.of());
  }

  Tokens signIn(String username, Map<String, String> extra) {
    HttpResponse<String> answer = follow(get(authorise(extra)));
    if (answer.statusCode() == 200) {
      answer = follow(post(answer, username, "demo"));
    }
    String location = answer.headers().firstValue("Location").orElse("");
    if (!location.startsWith(callback)) {
      throw new AssertionError("no way back to the gateway: " + answer.body());
    }
    return redeem(location.replaceFirst(".*[?&]code=([^&]+).*", "$1"));
  }

  String failToSignIn(String username) {
    return follow(post(follow(get(authorise(Map.of()))), username, "wrong")).body();
  }

  private URI authorise(Map<String, String> extra) {
    Map<String, String> query = new LinkedHashMap<>(extra);
    query.put("client_id", "gateway");
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", callback);
    query.put("state", "state");
    query.put("code_challenge", challenge());
    query.put("code_challenge_method", "S256");
    return endpoint("auth?" + form(query));
  }

  private Tokens redeem(String code) {
    JsonNode answer =
        asksForTokens(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                callback,
                "code_verifier",
                VERIFIER));
    return new Tokens(
        claims(answer, "id_token"),
        claims(answer, "access_token"),
        answer.path("refresh_token").asText());
  }

  /** The answer to a gateway that wants new tokens, whatever it is. */
  JsonNode refresh(String refreshToken) {
    return asksForTokens(
        Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "scope", "openid"));
  }

  private JsonNode asksForTokens(Map<String, String> grant) {
    Map<String, String> fields = new LinkedHashMap<>(grant);
    fields.put("client_id", "gateway");
    fields.put(
        "client_secret", keycloak.configuration().getOrDefault("SAMSNAKK_CLIENT_SECRET", ""));
    return json(send(posting(endpoint("token"), form(fields))).body());
  }

  private static JsonNode claims(JsonNode answer, String token) {
    String payload = answer.path(token).asText().split("\\.", 3)[1];
    return json(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
  }

  private URI endpoint(String rest) {
    return URI.create(keycloak.issuer() + "/protocol/openid-connect/" + rest);
  }

  /** Until a page is shown, or the way leads back to the gateway. */
  private HttpResponse<String> follow(HttpResponse<String> answer) {
    HttpResponse<String> now = answer;
    while (now.statusCode() / 100 == 3) {
      String location = now.headers().firstValue("Location").orElseThrow();
      if (location.startsWith(callback)) {
        return now;
      }
      now = get(now.uri().resolve(location));
    }
    shown.add(now.uri().getPath().split("/", 4)[2]);
    return now;
  }

  private HttpResponse<String> post(HttpResponse<String> page, String username, String password) {
    String action = page.body().replaceFirst("(?s).*?<form action=\"([^\"]+)\".*", "$1");
    URI uri = page.uri().resolve(action.replace("&amp;", "&"));
    return send(posting(uri, form(Map.of("username", username, "password", password))));
  }

  private HttpResponse<String> get(URI uri) {
    return send(HttpRequest.newBuilder(uri).build());
  }

  private static HttpRequest posting(URI uri, String body) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      // As browsers do for localhost, and Java's client does not.
      cookies.getCookieStore().getCookies().forEach(Browser::sendWithoutTls);
      return answer;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void sendWithoutTls(HttpCookie cookie) {
    cookie.setSecure(false);
  }

  private static String challenge() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
