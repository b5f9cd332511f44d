package no.samsnakk.gateway.signin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import no.samsnakk.gateway.world.Browser;

/**
 * An administrator of users at work in realm {@code samsnakk}, through Keycloak's own admin API.
 */
final class Administrator {
  private final String issuer;
  private final String realm;
  private final String secret;

  Administrator(String issuer, String secret) {
    this.issuer = issuer;
    this.realm = issuer.substring(0, issuer.indexOf("/realms/")) + "/admin/realms/samsnakk";
    this.secret = secret;
  }

  /** "Sign out all active sessions". */
  void signsEverybodyOut() {
    posts("/logout-all");
  }

  /** "Sign out" at one user. */
  void signsOut(String subject) {
    posts("/users/" + subject + "/logout");
  }

  /** "Enabled: off" at one user, or on again. */
  void enables(String subject, boolean enabled) {
    var address = URI.create(realm + "/users/" + subject);
    var user = new JsonObject(send(HttpRequest.newBuilder(address).GET()).body());
    user.put("enabled", enabled);
    send(HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString(user.encode())));
  }

  /** When Keycloak last took the user's first session for used, in milliseconds. */
  long lastAccess(String subject) {
    var address = URI.create(realm + "/users/" + subject + "/sessions");
    var sessions = new JsonArray(send(HttpRequest.newBuilder(address).GET()).body());
    return sessions.getJsonObject(0).getLong("lastAccess");
  }

  private void posts(String path) {
    send(HttpRequest.newBuilder(URI.create(realm + path)).POST(BodyPublishers.noBody()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    var answer =
        Browser.send(
            request
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .build());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException("Keycloak answers " + answer.statusCode());
    }
    return answer;
  }

  private String token() {
    var address = URI.create(issuer + "/protocol/openid-connect/token");
    var form = "grant_type=client_credentials&client_id=samsnakk-tests&client_secret=" + secret;
    var answer =
        Browser.send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    return new JsonObject(answer.body()).getString("access_token");
  }
}
