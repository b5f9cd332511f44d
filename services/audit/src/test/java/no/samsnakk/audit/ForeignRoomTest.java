package no.samsnakk.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Person;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.openapi.ForeignRoom;
import no.samsnakk.contracts.openapi.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever a room is none of the business of learns not even whether there is one. */
@QuarkusTest
@WithTestResource(World.class)
class ForeignRoomTest {
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length");
  private static final Map<String, Object> SAMPLES =
      Map.of(
          "/reason", "Klage fra pasienten",
          "/from", "2020-01-01T00:00:00Z",
          "/to", "2099-01-01T00:00:00Z",
          "/action", "LOG_SEARCHED",
          "/before", Long.MAX_VALUE,
          "/limit", 50,
          "/name", "Are Nordmann");

  private Story story;
  private Person are;
  private Person vera;
  private UUID room;

  /** Everybody whose room it is not; one who sits in it does not read its log either. */
  enum Outsider {
    HELPER_IN_IT,
    INVITED_AND_NOT_APPROVED,
    PATIENT_OF_ANOTHER_ROOM,
    AUDITOR_OF_ANOTHER_ORGANISATION,
    NOBODY
  }

  @BeforeEach
  void areHasARoom() {
    story = new Story();
    are = story.patient("Are Nordmann");
    vera = story.professional("Vera Veileder", "Veileder", story.organisation("NAV Askøy"));
    room = story.room(are, vera);
    Log.holds(story.acts(vera, AuditAction.ROOM_VIEWED, room));
  }

  @AfterEach
  void end() {
    story.close();
  }

  @ParameterizedTest
  @EnumSource
  void R1_every_operation_answers_as_for_a_room_that_does_not_exist(Outsider outsider) {
    var who = who(outsider);
    var asked = new ForeignRoom("", SAMPLES);

    var differences =
        ForeignRoom.operations("audit").stream()
            .flatMap(operation -> difference(asked, operation, who))
            .toList();

    assertThat(differences).isEmpty();
  }

  /** Her search is an entry about that room, and she is shown it: without whose room it is. */
  @Test
  void R9_an_auditor_learns_no_name_from_a_foreign_rooms_id() {
    var anne = story.auditor("Anne Auditor", story.organisation("Øyane DPS"));

    anne.searches(Map.of("reason", "Klage fra pasienten", "roomId", room))
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].patient", nullValue());
  }

  private @Nullable Person who(Outsider outsider) {
    return switch (outsider) {
      case HELPER_IN_IT -> vera;
      case INVITED_AND_NOT_APPROVED -> invited();
      case PATIENT_OF_ANOTHER_ROOM -> {
        var ola = story.patient("Ola Nordmann");
        story.room(ola, vera);
        yield ola;
      }
      case AUDITOR_OF_ANOTHER_ORGANISATION ->
          story.auditor("Anne Auditor", story.organisation("Øyane DPS"));
      case NOBODY -> null;
    };
  }

  private Person invited() {
    var frida = story.professional("Frida Fastlege", "Fastlege", story.organisation("Legene"));
    room = story.proposedRoom(are, frida);
    Log.holds(story.acts(are, AuditAction.ROOM_VIEWED, room));
    return frida;
  }

  private Stream<String> difference(ForeignRoom asked, Operation operation, @Nullable Person who) {
    return asked.difference(operation, room, (m, a, body) -> ask(who, m, a, body)).stream();
  }

  private static ForeignRoom.Answer ask(
      @Nullable Person who, String method, String address, byte[] body) {
    // Or the second refusal for the same reason would be counted with the first.
    Log.asSuperuser("delete from audit.refusal");
    int before = logged(who).size();
    var asks = who == null ? given().contentType(ContentType.JSON) : who.asks();
    var answer = asks.body(body).request(method, address);
    var headers = new TreeMap<String, String>();
    for (Header header : answer.headers()) {
      if (!OF_THE_MOMENT.contains(header.getName().toLowerCase(Locale.ROOT))) {
        headers.put(header.getName(), header.getValue());
      }
    }
    var after = logged(who);
    return new ForeignRoom.Answer(
        answer.statusCode(),
        headers,
        answer.body().asString(),
        after.subList(before, after.size()));
  }

  /** What audit itself wrote down of her being refused. */
  private static List<String> logged(@Nullable Person who) {
    var whose = who == null ? "" : "\"agentId\":\"" + who.personId() + "\"";
    return Log.texts(
        "select payload from audit.outbox where payload like '%" + whose + "%' order by id");
  }
}
