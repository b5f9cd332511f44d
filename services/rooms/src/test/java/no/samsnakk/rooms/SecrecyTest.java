package no.samsnakk.rooms;

import static no.samsnakk.rooms.Actor.proposal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** R9: an identity number goes in and never comes out. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SecrecyTest {

  @Test
  void R9_aNumberIsInNoTableNoEventNoLogAndNoAnswer() throws Exception {
    var kari = Actor.kari();
    var ola = Actor.somebodyNew("Ola Nordmann");
    var roomId = Ids.next();
    var body = proposal(kari, ola, Actor.frida());
    var answers =
        List.of(
            kari.proposes(roomId, body).extract().asString(),
            kari.proposes(roomId, proposal(kari, Actor.are())).extract().asString(),
            ola.signsIn().looksAtHerself().extract().asString(),
            ola.consents(roomId).extract().asString(),
            kari.views(roomId).extract().asString(),
            wrongly(kari, body, ola.number + "1").extract().asString());
    answers.forEach(answer -> assertFalse(answer.contains(ola.number)));

    Heard.traces(roomId, AuditAction.CONSENT_GIVEN);
    Heard.person(ola.personId(), told -> true);
    assertTrue(Heard.raw().stream().noneMatch(json -> json.contains(ola.number)));
    assertFalse(Files.readString(Path.of(Servers.LOG_FILE)).contains(ola.number));
    assertNowhereInTheDatabase(ola.number);
    assertNowhereInTheDatabase(HexFormat.of().formatHex(ola.number.getBytes()));
  }

  private static io.restassured.response.ValidatableResponse wrongly(
      Actor kari, Map<String, Object> body, String number) {
    body.put("patient", Map.of("identityNumber", number, "name", "Ola"));
    return kari.proposes(Ids.next(), body).statusCode(422);
  }

  private static void assertNowhereInTheDatabase(String text) throws Exception {
    for (var table : Database.texts("select tablename from pg_tables where schemaname = 'rooms'")) {
      var rows =
          "select count(*) from rooms.%s t where t::text like '%%%s%%'".formatted(table, text);
      assertEquals(0, Database.count(rows), table);
    }
  }

  @Test
  void R9_namesAndPurposesAreNotLogged() throws Exception {
    var ola = Actor.somebodyNew("Ola Usynlig").signsIn();
    var kari = Actor.kari();
    var body = proposal(kari, ola);
    body.put("purpose", "Et formaal ingen logger");
    kari.proposes(Ids.next(), body).statusCode(201);
    body.put("purpose", 1 + "x".repeat(201));
    kari.proposes(Ids.next(), body).statusCode(400);

    var log = Files.readString(Path.of(Servers.LOG_FILE));
    assertFalse(log.contains("Usynlig"));
    assertFalse(log.contains("formaal"));
    assertFalse(log.contains("skrevet av Kari"));
  }
}
