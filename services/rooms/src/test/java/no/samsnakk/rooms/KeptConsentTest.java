package no.samsnakk.rooms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R8: what the patient has said yes to he can read afterwards, as it was. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class KeptConsentTest {
  private Actor kari;
  private Actor frida;
  private Actor are;
  private UUID roomId;

  @BeforeEach
  void kariProposesARoomForAreWithFrida() {
    kari = Actor.kari();
    frida = Actor.frida();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are, frida);
  }

  @Test
  void R8_heReadsToWhichTextInWhichLanguageWhenAndWhoWasNamed() {
    saysYes("nn").statusCode(200);
    var given = are.views(roomId).extract().<String>path("consent.givenAt");

    asksWhatHeGave(are)
        .statusCode(200)
        .body("items.textVersion", contains("2026-11-27"))
        .body("items[0].language", equalTo("nn"))
        .body("items[0].givenAt", equalTo(given))
        .body("items[0].named.name", contains("Kari Kommunepsykolog", "Frida Fastlege"))
        .body("items[0].named.joins", contains(true, false))
        .body("items[0].named[1].title", equalTo("Fastlege"))
        .body("items[0].named[1].organisationName", notNullValue())
        .body("texts.version", contains("2026-11-27"))
        .body("texts[0].texts.nn.lead", notNullValue());
  }

  @Test
  void whoWasNamedStaysWhateverBecomesOfHerSince() {
    saysYes("nb").statusCode(200);
    are.removes(roomId, are.seatOf(roomId, kari)).statusCode(200);
    are.withdraws(roomId).statusCode(200);

    asksWhatHeGave(are).body("items[0].named.name", contains(kari.name, frida.name));
  }

  @Test
  void eachYesIsKeptTheNewestFirst() {
    saysYes("nb").statusCode(200);
    are.withdraws(roomId).statusCode(200);
    saysYes("en").statusCode(200);

    asksWhatHeGave(are)
        .body("items.language", contains("en", "nb"))
        .body("texts.version", contains("2026-11-27"));
  }

  @Test
  void ofAYesFromBeforeOnlyTheTextIsKnown() throws SQLException {
    are.consents(roomId).statusCode(200);
    Database.execute(
        "update rooms.consent set text_version = '2026-11', language = null, named = null"
            + " where room_id = '%s'".formatted(roomId));

    asksWhatHeGave(are)
        .body("items[0].language", nullValue())
        .body("items[0].named", nullValue())
        .body("texts.version", contains("2026-11"));
  }

  @Test
  void whatTheVersionBeforeIsToldWhileAnUpgradeRollsIsKeptTooAndOnce() throws SQLException {
    Database.execute(
        "update rooms.room set status = 'ACTIVE', consent_text_version = '2026-11',"
            + " consent_answered_at = '2026-11-27T12:00:00Z' where room_id = '%s'"
                .formatted(roomId));

    asksWhatHeGave(are)
        .body("items.textVersion", contains("2026-11"))
        .body("items.givenAt", contains("2026-11-27T12:00:00Z"))
        .body("items[0].named", nullValue());
  }

  @Test
  void aNoIsNoYesAndWhatWasRefusedIsNotKept() {
    asksWhatHeGave(are).statusCode(200).body("items", empty()).body("texts", empty());
    are.answersConsent(roomId, "GIVEN", "2026-11").statusCode(409);
    kari.saysYesTo(roomId, are.shown(roomId)).statusCode(403);
    are.declines(roomId).statusCode(200);
    asksWhatHeGave(are).body("items", empty());
  }

  @Test
  void itIsThePatientsAlone() {
    saysYes("nb").statusCode(200);
    asksWhatHeGave(kari).statusCode(403).body("code", equalTo("not-allowed"));
    asksWhatHeGave(frida).statusCode(404).body("code", equalTo("room-unknown"));
  }

  @Test
  void aLanguageThatTheTextDoesNotHaveIsNoAnswer() {
    saysYes("sv").statusCode(400).body("code", equalTo("invalid-request"));
    are.views(roomId).body("status", equalTo("PROPOSED"));
  }

  @Test
  void itIsWrittenOnceAndNobodyWhoRunsRoomsChangesIt() throws SQLException {
    saysYes("nb").statusCode(200);
    try (var rooms = Database.asRooms();
        var jdbc = rooms.createStatement()) {
      for (var change :
          new String[] {"update rooms.consent set language = 'en'", "delete from rooms.consent"}) {
        assertThrows(SQLException.class, () -> jdbc.execute(change));
      }
    }
    asksWhatHeGave(are).body("items.language", containsInAnyOrder("nb"));
  }

  private ValidatableResponse saysYes(String language) {
    var body =
        Map.of(
            "textVersion",
            "2026-11-27",
            "decision",
            "GIVEN",
            "language",
            language,
            "shown",
            are.shown(roomId));
    return are.asks().body(body).post("/api/rooms/" + roomId + "/consent").then();
  }

  private ValidatableResponse asksWhatHeGave(Actor who) {
    return who.asks().get("/api/rooms/" + roomId + "/consents").then();
  }
}
