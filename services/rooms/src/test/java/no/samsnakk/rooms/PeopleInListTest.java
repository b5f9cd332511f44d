package no.samsnakk.rooms;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list names the people of a room to those who may read there, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class PeopleInListTest {
  private Actor kari;
  private Actor frida;
  private Actor are;
  private UUID roomId;

  @BeforeEach
  void kariProposesARoomWithFrida() {
    kari = Actor.kari();
    frida = Actor.frida();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are, frida);
  }

  @Test
  void beforeThePatientHasConsentedNobodyIsNamed() {
    kari.seesRoomsAfter("").body(people(""), empty());
    are.seesRoomsAfter("").body(people(""), empty());
  }

  @Test
  void whoIsInItIsNamedWithWhomSheHelpsForAndWhoIsOnlyAskedAboutIsNot() {
    are.consents(roomId).statusCode(200);

    var list = kari.seesRoomsAfter("");
    list.body(people(".personId"), containsInAnyOrder(id(kari), id(are)));
    list.body(one(are, ".name"), equalTo("Are Nordmann"));
    list.body(one(are, ".organisationName"), nullValue());
    String organisation =
        list.extract()
            .path("items.find { it.roomId == '%s' }.proposedBy.organisationName".formatted(roomId));
    list.body(one(kari, ".organisationName"), equalTo(organisation));
  }

  @Test
  void whoHasLeftIsStillNamedAsOneWhoIsNotThere() {
    are.consents(roomId).statusCode(200);
    are.approves(roomId, frida).statusCode(200);
    are.seesRoomsAfter("").body(one(frida, ".present"), equalTo(true));

    are.removes(roomId, are.seatOf(roomId, frida));

    kari.seesRoomsAfter("").body(one(frida, ".present"), equalTo(false));
  }

  @Test
  void whoWasAskedAboutInVainHasNeverBeenThere() {
    are.consents(roomId).statusCode(200);

    are.removes(roomId, are.seatOf(roomId, frida)).statusCode(200);

    kari.seesRoomsAfter("").body(people(".personId"), not(hasItem(id(frida))));
    are.seesRoomsAfter("").body(people(".personId"), not(hasItem(id(frida))));
  }

  @Test
  void whoHasBeenThereAndIsAskedForAgainIsStillNamed() {
    are.consents(roomId).statusCode(200);
    are.approves(roomId, frida).statusCode(200);
    frida.removes(roomId, frida.seatOf(roomId, frida)).statusCode(204);

    kari.invites(roomId, frida.roleId()).statusCode(200);

    kari.seesRoomsAfter("").body(one(frida, ".present"), equalTo(false));
  }

  @Test
  void afterTheWithdrawalHelpersAreToldOfNobody() {
    are.consents(roomId).statusCode(200);
    are.withdraws(roomId);

    kari.seesRoomsAfter("").body(people(""), anyOf(nullValue(), empty()));
    are.seesRoomsAfter("").body(one(are, ".present"), equalTo(true));
  }

  private String people(String what) {
    return "items.find { it.roomId == '%s' }.people%s".formatted(roomId, what);
  }

  private String one(Actor who, String what) {
    return people(".find { it.personId == '%s' }%s".formatted(id(who), what));
  }

  private static String id(Actor who) {
    return who.personId().toString();
  }
}
