package no.samsnakk.rooms;

import static no.samsnakk.rooms.Actor.proposal;
import static no.samsnakk.rooms.Actor.proposalTelling;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.time.MovedClock;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody's letter box is filled: neither by one proposer nor by many at one address. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class LetterBoundsTest {
  /** In Oslo; midnight there is at 22:00 UTC, half past twelve at 22:30 of the same day. */
  private static final Instant HALF_PAST_ELEVEN_IN_SUMMER = Instant.parse("2027-07-01T21:30:00Z");

  private MovedClock clock;
  private Actor kari;
  private String address;

  @BeforeEach
  void aDayOfItsOwn() {
    clock = MovedClock.going();
    QuarkusMock.installMockForType(clock, Clock.class);
    clock.moveTo(Noon.tomorrow());
    kari = Actor.kari();
    address = "letters-" + Ids.next() + "@example.org";
  }

  @Test
  void oneAddressGetsFiveLettersADayWhoeverProposes() {
    for (int i = 0; i < 5; i++) {
      proposes(i % 2 == 0 ? kari : Actor.nils(), address).statusCode(201);
    }

    refused(proposes(kari, address));
    refused(proposes(Actor.nils(), address.toUpperCase(Locale.ROOT)));
    proposes(kari, "another-" + address).statusCode(201);
    clock.pass(Duration.ofDays(1));
    proposes(kari, address).statusCode(201);
  }

  @Test
  void theDayIsNorwaysAndEndsAtMidnightInOsloAlsoInSummer() {
    clock.moveTo(HALF_PAST_ELEVEN_IN_SUMMER);
    for (int i = 0; i < 5; i++) {
      proposes(kari, address).statusCode(201);
    }
    refused(proposes(kari, address)).body("notBefore", equalTo("2027-07-01T22:00:00Z"));

    clock.pass(Duration.ofHours(1));
    proposes(kari, address).statusCode(201);
  }

  @Test
  void howeverTheAddressIsWrittenItIsTheSameMailbox() {
    for (int i = 0; i < 5; i++) {
      proposes(kari, address.replace("@", "+" + i + "@")).statusCode(201);
    }

    refused(proposes(kari, address.toUpperCase(Locale.ROOT)));
  }

  @Test
  void oneProposerHasTwentyLettersSentADayAndGoesOnWithoutThem() {
    var frida = Actor.frida();
    for (int i = 0; i < 20; i++) {
      proposes(frida, i + "-" + address).statusCode(201);
    }

    refused(proposes(frida, "one-more-" + address));
    frida.proposes(Ids.next(), proposal(frida, somebody())).statusCode(201);
  }

  @Test
  void theSameProposalAgainAsksForNoSecondLetter() {
    var body = proposalTelling(address, kari, somebody());
    var roomId = Ids.next();
    kari.proposes(roomId, body).statusCode(201);
    for (int i = 0; i < 6; i++) {
      kari.proposes(roomId, body).statusCode(200);
    }
  }

  @Test
  void R6_aLetterThatWasOneTooManyIsInTheLog() {
    var vera = Actor.vera();
    for (int i = 0; i < 5; i++) {
      proposes(vera, address).statusCode(201);
    }
    refused(proposes(vera, address));

    var trace = Heard.refusalOf(vera.personId(), "too-many-letters");
    assertEquals(AuditAction.REFUSED, trace.action());
  }

  private static ValidatableResponse proposes(Actor proposer, String email) {
    return proposer.proposes(Ids.next(), proposalTelling(email, proposer, somebody()));
  }

  private static Actor somebody() {
    return Actor.somebodyNew("Ukjent Person");
  }

  private static ValidatableResponse refused(ValidatableResponse answer) {
    return answer.statusCode(429).body("code", equalTo("too-many-letters"));
  }
}
