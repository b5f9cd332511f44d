package no.samsnakk.local.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * What has to be done once in a new Keycloak, besides importing the realms: realm {@code master} is
 * closed, and its first administrator, a service account that nobody but us has ever known, takes
 * itself out. Whoever needs an administrator afterwards makes one at the machine ({@code kc.sh
 * bootstrap-admin}).
 *
 * @param url where Keycloak is
 * @param secret of the first administrator
 * @param http who asks it
 */
public record Setup(String url, String secret, HttpClient http) {
  /** The client id of the first administrator. */
  public static final String CLIENT = "samsnakk-setup";

  private static final Set<String> UNUSED =
      Set.of("account", "account-console", "admin-cli", "broker", "security-admin-console");
  private static final String DAYS_30 = "2592000";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Closes realm {@code master}. */
  public void closeMaster() {
    ObjectNode realm = JSON.createObjectNode();
    realm.put("realm", "master").put("bruteForceProtected", true).put("failureFactor", 10);
    realm.put("eventsEnabled", true).put("eventsExpiration", Long.parseLong(DAYS_30));
    realm.put("adminEventsEnabled", true).put("adminEventsDetailsEnabled", false);
    realm.putObject("attributes").put("adminEventsExpiration", DAYS_30);
    send("PUT", "master", realm);
    for (JsonNode client : clients("master", "")) {
      if (UNUSED.contains(client.path("clientId").asText())) {
        ObjectNode off = (ObjectNode) client;
        off.put("enabled", false).put("directAccessGrantsEnabled", false);
        send("PUT", "master/clients/" + client.path("id").asText(), off);
      }
    }
  }

  /**
   * A service account in realm {@code samsnakk} that may look after its users, and nothing else.
   *
   * @param name its client id
   */
  public void addUserManager(String name, String itsSecret) {
    ObjectNode client = JSON.createObjectNode();
    client.put("clientId", name).put("secret", itsSecret).put("serviceAccountsEnabled", true);
    client.put("standardFlowEnabled", false).put("directAccessGrantsEnabled", false);
    send("POST", "samsnakk/clients", client);
    String id = clients("samsnakk", name).path(0).path("id").asText();
    String user =
        send("GET", "samsnakk/clients/" + id + "/service-account-user").path("id").asText();
    String management = clients("samsnakk", "realm-management").path(0).path("id").asText();
    String role = "samsnakk/clients/" + management + "/roles/manage-users";
    send(
        "POST",
        "samsnakk/users/" + user + "/role-mappings/clients/" + management,
        JSON.createArrayNode().add(send("GET", role)));
  }

  /** The last thing that it can do. */
  public void takeItselfOut() {
    send("DELETE", "master/clients/" + clients("master", CLIENT).path(0).path("id").asText());
  }

  private JsonNode clients(String realm, String clientId) {
    return send("GET", realm + "/clients" + (clientId.isEmpty() ? "" : "?clientId=" + clientId));
  }

  private JsonNode send(String method, String path) {
    return send(method, path, JSON.nullNode());
  }

  private JsonNode send(String method, String path, JsonNode body) {
    return answer(
        HttpRequest.newBuilder(URI.create(url + "/admin/realms/" + path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isNull()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.toString())));
  }

  private String token() {
    String form =
        "grant_type=client_credentials&client_id="
            + CLIENT
            + "&client_secret="
            + URLEncoder.encode(secret, UTF_8);
    URI address = URI.create(url + "/realms/master/protocol/openid-connect/token");
    return answer(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)))
        .path("access_token")
        .asText();
  }

  private JsonNode answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException(
            "Keycloak answered " + answer.statusCode() + " to " + answer.request().uri().getPath());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
