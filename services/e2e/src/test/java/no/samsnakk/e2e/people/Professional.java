package no.samsnakk.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.samsnakk.e2e.rooms.MyRooms;
import no.samsnakk.e2e.rooms.Participants;
import no.samsnakk.e2e.rooms.ProposalForm;
import no.samsnakk.e2e.wire.ClientIds;

/** Somebody who helps, on behalf of an organisation. */
public final class Professional extends Participant {
  Professional(DemoPerson who, Surroundings surroundings) {
    super(who, surroundings);
  }

  /** She fills in the one screen that there is, and is in the room that waits for the patient. */
  public Room proposesARoomFor(Person patient, String purpose, Person... helpers) {
    ProposalForm form = startsProposing().patient(patient.who()).purpose(purpose);
    Stream.of(helpers).map(Person::name).forEach(form::helper);
    return form.submit(patient.who(), purpose);
  }

  public ProposalForm startsProposing() {
    opensMyRooms().goToProposing();
    return new ProposalForm(window()).isShown();
  }

  public void invites(Person helper, Room room) {
    new Participants(window()).open(room).invite(helper.name());
  }

  public MyRooms myRooms() {
    return new MyRooms(window());
  }

  /** The same as on the screen, asked quickly: for scenes that begin with a proposed room. */
  public Room hasProposedARoomFor(DemoPerson patient, String purpose, Person... helpers) {
    String roomId = ClientIds.next();
    List<String> invited = Stream.of(helpers).map(it -> roleOf(it.name())).toList();
    Map<String, Object> proposal =
        Map.of(
            "asRoleId",
            asks("GET", "/api/me", null).at("/roles/0/roleId").asText(),
            "patient",
            Map.of("identityNumber", patient.identityNumber(), "name", patient.name()),
            "purpose",
            purpose,
            "invitedRoleIds",
            invited);
    asks("PUT", "/api/rooms/" + roomId, proposal);
    return new Room(roomId, patient.name(), purpose);
  }

  private String roleOf(String name) {
    JsonNode found = asks("POST", "/api/directory/searches", Map.of("query", name));
    for (JsonNode item : found.path("items")) {
      if (item.path("name").asText().equals(name)) {
        return item.path("roleId").asText();
      }
    }
    throw new AssertionError("not in the directory");
  }
}
