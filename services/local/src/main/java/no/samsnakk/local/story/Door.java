package no.samsnakk.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The gateway as one browser meets it: a cookie, a CSRF token, and a ticket for each socket. */
final class Door implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern HTTP = Pattern.compile("^http:");
  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** It will be no the next time too: not allowed, not there, not so any more, not valid. */
  private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 409, 422);

  private final String app;
  private final HttpClient http;
  private String csrfToken = "";

  /**
   * A browser that has never been there.
   *
   * @param app where the gateway answers
   * @param client whom it believes
   */
  Door(String app, Supplier<HttpClient.Builder> client) {
    this.app = app;
    this.http =
        client
            .get()
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** As browsers do for this machine, and Java's client does not: Secure cookies without TLS. */
  private static final class Cookies extends CookieManager {
    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers)
        throws IOException {
      boolean isHere = "localhost".equals(uri.getHost());
      return super.get(
          isHere ? URI.create(HTTP.matcher("" + uri).replaceFirst("https:")) : uri, headers);
    }
  }

  /** Through the stand-in for BankID; answers who is signed in now. */
  JsonNode signInAs(String username) {
    HttpResponse<String> page = send("sign in", request("/auth/login"));
    Matcher form = FORM.matcher(page.body());
    if (page.statusCode() != 200 || !form.find()) {
      throw NotTold.yet("no stand-in to sign in at, but status " + page.statusCode());
    }
    URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
    String fields = "username=" + URLEncoder.encode(username, UTF_8) + "&password=demo";
    send(
        "sign in",
        HttpRequest.newBuilder(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields)));
    JsonNode session = ask("GET", "/auth/session", null);
    if (!session.path("signedIn").asBoolean()) {
      throw NotTold.yet("the stand-in did not lead back signed in");
    }
    csrfToken = session.path("csrfToken").asText();
    return session.path("me");
  }

  /** What the app would ask; the answer, when it is a yes. */
  JsonNode ask(String method, String path, @Nullable Object body) {
    try {
      HttpRequest.Builder request = request(path);
      if (body != null) {
        request
            .header("Content-Type", "application/json")
            .header("Origin", app)
            .header("X-CSRF-Token", csrfToken)
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
      }
      HttpResponse<String> answer = send(path, request);
      JsonNode content = answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
      if (answer.statusCode() / 100 == 2) {
        return content;
      }
      String said = path + ": " + answer.statusCode() + " " + content.path("code").asText();
      throw REFUSED.contains(answer.statusCode()) ? NotTold.anyMore(said) : NotTold.yet(said);
    } catch (IOException e) {
      throw NotTold.yet(path + ": an answer that cannot be read");
    }
  }

  /** A socket that has been welcomed. */
  Socket socket() {
    String ticket = ask("POST", "/auth/ticket", Map.of()).path("ticket").asText();
    return Socket.open(http, app, ticket);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(app + path));
  }

  private HttpResponse<String> send(String what, HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw NotTold.yet(what + ": " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotTold.yet(what + ": interrupted");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
