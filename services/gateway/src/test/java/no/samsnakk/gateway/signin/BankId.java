package no.samsnakk.gateway.signin;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.samsnakk.gateway.world.World;

/**
 * A person's way through both realms of the real Keycloak, with the cookies she has there. Browsers
 * send secure cookies to localhost without TLS; Java's own jar does not, hence this one.
 */
final class BankId {
  private static final Pattern FORM =
      Pattern.compile("<form action=\"([^\"]+)\".*?</form>", Pattern.DOTALL);
  private static final Pattern USERNAME = Pattern.compile("name=\"username\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final List<HttpCookie> cookies = new ArrayList<>();

  /** From the gateway's redirect to the address it is called back at. */
  URI logsIn(URI address, String name) throws Exception {
    var answer = follow(send(HttpRequest.newBuilder(address)));
    if (answer.statusCode() == 200) {
      answer = follow(choose(answer, name));
    }
    return next(answer);
  }

  private HttpResponse<String> choose(HttpResponse<String> page, String name) throws Exception {
    var forms = FORM.matcher(page.body());
    while (forms.find()) {
      var username = USERNAME.matcher(forms.group());
      if (forms.group().contains(name) && username.find()) {
        var fields = "username=" + encoded(username.group(1)) + "&password=demo";
        return send(
            HttpRequest.newBuilder(URI.create(forms.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
      }
    }
    throw new AssertionError("nobody called " + name + " on the page:\n" + page.body());
  }

  private HttpResponse<String> follow(HttpResponse<String> answer) throws Exception {
    var now = answer;
    while (isRedirect(now) && !next(now).toString().startsWith(World.ORIGIN)) {
      now = send(HttpRequest.newBuilder(next(now)));
    }
    return now;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    var path = request.build().uri().getPath();
    var shown =
        cookies.stream()
            .filter(cookie -> path.startsWith(cookie.getPath()))
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    if (!shown.isEmpty()) {
      request.header("Cookie", shown);
    }
    var answer = client.send(request.build(), BodyHandlers.ofString());
    answer.headers().allValues("Set-Cookie").forEach(this::take);
    return answer;
  }

  private void take(String setCookie) {
    for (var cookie : HttpCookie.parse(setCookie)) {
      cookies.removeIf(
          old -> old.getName().equals(cookie.getName()) && old.getPath().equals(cookie.getPath()));
      if (cookie.getMaxAge() != 0) {
        cookies.add(cookie);
      }
    }
  }

  private static boolean isRedirect(HttpResponse<String> answer) {
    return answer.statusCode() >= 300 && answer.statusCode() < 400;
  }

  private static URI next(HttpResponse<String> answer) {
    var location = answer.headers().firstValue("Location");
    return answer
        .uri()
        .resolve(location.orElseThrow(() -> new AssertionError("no redirect:\n" + answer.body())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
