package no.samsnakk.contracts.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in for rooms says what rooms' API describes, and nothing else. */
class RoomsStandInTest {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String ROLE =
      """
      {"roleId":"%1$s","kind":"PROFESSIONAL","title":"Psykolog",
       "organisation":{"organisationId":"%1$s","name":"Kommunen"}}"""
          .formatted(ID);
  private static final String ME =
      """
      {"personId":"%s","name":"Vera","level":"HIGH","signedInAt":"2026-11-11T10:00:00.000Z",
       "roles":[%s]}"""
          .formatted(ID, ROLE);

  private final RoomsStandIn rooms = new RoomsStandIn();

  @AfterEach
  void stop() {
    rooms.close();
  }

  @Test
  void saysOfSomebodyWhatHerTokenSays() throws Exception {
    var answer = asked("{\"sub\":\"" + ID + "\",\"me\":" + quoted(ME) + "}");

    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("Psykolog"));
  }

  @Test
  void saysOfAnybodyElseThatSheIsWhoeverHerTokenNames() throws Exception {
    var answer = asked("{\"sub\":\"" + ID + "\"}");

    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(ID));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"personId\":\"" + ID + "\" | \"personId\":\"Vera\"",
        "\"level\":\"HIGH\" | \"level\":\"HIGHEST\"",
        "2026-11-11T10:00:00.000Z | today",
        "\"name\":\"Vera\" | \"name\":7",
        "\"name\":\"Vera\", | ''",
        "\"name\":\"Vera\" | \"name\":\"Vera\",\"nationalId\":\"\"",
        "\"kind\":\"PROFESSIONAL\" | \"kind\":\"NONE\"",
        "\"title\":\"Psykolog\", | ''"
      })
  void saysNothingThatRoomsWouldNeverSay(String truth, String lie) throws Exception {
    var me = ME.replace(truth, lie);

    assertNotEquals(ME, me);
    assertEquals(500, asked("{\"sub\":\"" + ID + "\",\"me\":" + quoted(me) + "}").statusCode());
  }

  private HttpResponse<String> asked(String claims) throws IOException, InterruptedException {
    var token =
        "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(rooms.url() + "/api/me"))
              .header("Authorization", "Bearer " + token + ".x")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String quoted(String json) {
    return '"' + json.replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
