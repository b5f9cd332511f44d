package no.samsnakk.e2e.border;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.samsnakk.contracts.openapi.ForeignRoom;
import no.samsnakk.e2e.people.Person;
import no.samsnakk.e2e.wire.Socket;

/**
 * Somebody at the gateway without a screen, with what her browser has.
 *
 * @param personId empty for who is not signed in
 */
record Outside(String app, String cookie, String csrfToken, String personId) {
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length");

  static Outside nobody(String app) {
    return new Outside(app, "", "", "");
  }

  static Outside of(String app, Person person) {
    String csrfToken = person.asks("GET", "/auth/session", null).path("csrfToken").asText();
    String personId = person.asks("GET", "/api/me", null).path("personId").asText();
    return new Outside(app, person.cookie(), csrfToken, personId);
  }

  boolean isSignedIn() {
    return !cookie.isEmpty();
  }

  ForeignRoom.Answer ask(Traces traces, String method, String address, byte[] body) {
    traces.begin();
    Response answer = asks().body(body).request(method, address);
    Map<String, String> headers = new TreeMap<>();
    for (Header header : answer.headers()) {
      String name = header.getName().toLowerCase(Locale.ROOT);
      if (!OF_THE_MOMENT.contains(name)) {
        headers.put(name, header.getValue());
      }
    }
    return new ForeignRoom.Answer(
        answer.statusCode(),
        headers,
        answer.body().asString(),
        traces.since(isSignedIn() ? traced() : idIn(address)));
  }

  /** How her entries are known from others. */
  String traced() {
    return "\"agentId\":\"" + personId;
  }

  /** Nobody's entries, if there were any, could be told only by the room that they are about. */
  private static String idIn(String address) {
    return address.replaceAll(".*/([0-9a-f-]{36}).*", "$1");
  }

  Socket opensASocket() {
    String ticket = asks().body("{}").post("/auth/ticket").path("ticket");
    return new Socket.Knock(app, app, ticket).open();
  }

  private RequestSpecification asks() {
    RequestSpecification request =
        given().baseUri(app).contentType(ContentType.JSON).header("Origin", app);
    return isSignedIn()
        ? request.cookie("__Host-samsnakk", cookie).header("X-CSRF-Token", csrfToken)
        : request;
  }
}
