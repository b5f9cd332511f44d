package no.samsnakk.gateway.world;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import no.samsnakk.gateway.session.BrowserSecret;
import org.jspecify.annotations.Nullable;

/** A browser on our page: keeps its one cookie, says where it comes from, shows its CSRF token. */
public final class Browser {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private @Nullable String cookie;

  private Browser(@Nullable String cookie) {
    this.cookie = cookie;
  }

  public static Browser ofNobody() {
    return new Browser(null);
  }

  public static Browser with(BrowserSecret secret) {
    return new Browser(secret.value());
  }

  public static URI address(String path) {
    return URI.create("http://localhost:" + RestAssured.port + path);
  }

  public @Nullable String cookie() {
    return cookie;
  }

  public String csrfToken() {
    return BrowserSecret.of(cookie).orElseThrow().csrfToken();
  }

  public HttpResponse<String> gets(String path, String... headers) {
    return sends("GET", path, "", headers);
  }

  /** As our page does it. */
  public HttpResponse<String> changes(String method, String path, String body) {
    return sends(method, path, body, "X-CSRF-Token", csrfToken(), "Origin", World.ORIGIN);
  }

  /** JSON, unless the headers say what else it is. */
  public HttpResponse<String> sends(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(address(path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (cookie != null) {
      request.header("Cookie", "__Host-samsnakk=" + cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    var answer = send(request.build());
    answer.headers().allValues("Set-Cookie").forEach(this::take);
    return answer;
  }

  public static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void take(String setCookie) {
    if (setCookie.startsWith("__Host-samsnakk=")) {
      var value = setCookie.substring("__Host-samsnakk=".length()).split(";")[0];
      cookie = value.isEmpty() ? null : value;
    }
  }

  /** Every word of an answer that a browser gets to see. */
  public static String everythingIn(HttpResponse<String> answer) {
    return answer.headers().map() + "\n" + answer.body();
  }

  public static List<String> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie");
  }
}
