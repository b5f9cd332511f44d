package no.samsnakk.e2e.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Somebody without a screen. Her cookies are sent as a browser sends them: by TLS alone, and within
 * this machine.
 */
public final class Visitor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern HTTP = Pattern.compile("^http:");
  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

  private final String app;
  private final HttpClient http;

  /**
   * Comes in.
   *
   * @param app where the gateway answers
   * @param trust whom she believes
   */
  public Visitor(String app, SSLContext trust) {
    this.app = app;
    this.http =
        HttpClient.newBuilder()
            .sslContext(trust)
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** She chooses this person at the stand-in for BankID. */
  public void signsInAs(String username) {
    HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(app + "/auth/login")));
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new AssertionError("no stand-in at " + page.uri().getPath() + ": " + page.body());
    }
    URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
    String fields = "username=" + URLEncoder.encode(username, UTF_8) + "&password=demo";
    HttpResponse<String> back =
        send(
            HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    if (!back.uri().toString().startsWith(app) || !session().path("signedIn").asBoolean()) {
      throw new AssertionError("not signed in, but at " + back.uri());
    }
  }

  private static final class Cookies extends CookieManager {
    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers)
        throws IOException {
      boolean isHere = "localhost".equals(uri.getHost());
      return super.get(
          isHere ? URI.create(HTTP.matcher("" + uri).replaceFirst("https:")) : uri, headers);
    }
  }

  private JsonNode session() {
    return json(send(HttpRequest.newBuilder(URI.create(app + "/auth/session"))));
  }

  public JsonNode gets(String path) {
    return json(send(HttpRequest.newBuilder(URI.create(app + path))));
  }

  /** What the app would send. */
  public JsonNode asks(String method, String path, Map<String, ?> body) {
    try {
      return json(
          send(
              HttpRequest.newBuilder(URI.create(app + path))
                  .header("Content-Type", "application/json")
                  .header("Origin", app)
                  .header("X-CSRF-Token", session().path("csrfToken").asText())
                  .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Open and welcomed. */
  public Socket opensASocket() {
    String ticket = asks("POST", "/auth/ticket", Map.of()).path("ticket").asText();
    Socket socket = new Socket.Knock(app, app, ticket).open(http);
    socket.send("{\"type\":\"hello\",\"rooms\":[]}").hears("welcome");
    return socket;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
