package no.samsnakk.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;
import no.samsnakk.e2e.accesslog.AccessLog;
import no.samsnakk.e2e.consent.Approvals;
import no.samsnakk.e2e.consent.ConsentPage;

/** The one whose room it is. */
public final class Patient extends Participant {
  Patient(DemoPerson who, Surroundings surroundings) {
    super(who, surroundings);
  }

  /** He reads what he is asked and says yes. */
  public void consents(Room room, Person proposer) {
    opensMyRooms().answerWhatWaits("Les og svar");
    new ConsentPage(window()).asks(proposer.name(), room).consent();
  }

  /** On the page that follows the consent, or whenever somebody waits. */
  public void approves(Person helper) {
    new Approvals(window()).isShown().waitFor(helper.name()).approve(helper.name());
  }

  public Approvals approvals() {
    return new Approvals(window());
  }

  public ConsentPage consent() {
    return new ConsentPage(window());
  }

  public void withdraws(Room room) {
    consent().open(room).isGiven().withdraw();
    consent().isWithdrawn();
  }

  /** "Hvem har sett rommet mitt". */
  public AccessLog asksWhoHasSeen(Room room) {
    return new AccessLog(window()).open(room);
  }

  /** The same answers as on the screen, given quickly: for scenes that begin where all are in. */
  public void letsEverybodyIn(Room room) {
    letsIn(room, it -> true);
  }

  /** As {@link #letsEverybodyIn}, but the others still wait. */
  public void letsInOnly(Person helper, Room room) {
    letsIn(room, helper.name()::equals);
  }

  /** Every block of his is lifted, without the screen. */
  public void hasBlockedNobody() {
    for (JsonNode blocked : asks("GET", "/api/me/blocks", null).path("items")) {
      asks("DELETE", "/api/me/blocks/" + blocked.path("personId").asText(), null);
    }
  }

  /** A yes to this room, as its page stands. */
  public static Map<String, Object> yesTo(JsonNode room, String textVersion) {
    var shown =
        Map.of(
            "accessEpoch", room.path("accessEpoch").asLong(),
            "joins", room.at("/ifYes/joins"),
            "asked", room.at("/ifYes/asked"));
    return Map.of("textVersion", textVersion, "decision", "GIVEN", "shown", shown);
  }

  private void letsIn(Room room, Predicate<String> name) {
    String path = "/api/rooms/" + room.id();
    String version = asks("GET", "/api/consent-texts/current", null).path("version").asText();
    JsonNode details = asks("POST", path + "/consent", yesTo(asks("GET", path, null), version));
    for (JsonNode seat : details.path("seats")) {
      if (seat.path("status").asText().equals("PROPOSED")
          && name.test(seat.at("/person/name").asText())) {
        String approval = path + "/seats/" + seat.path("seatId").asText() + "/approval";
        asks("POST", approval, Map.of("decision", "APPROVED"));
      }
    }
  }
}
