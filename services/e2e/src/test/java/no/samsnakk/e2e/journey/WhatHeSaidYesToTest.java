package no.samsnakk.e2e.journey;

import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.rooms.Participants;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The page he said yes to stays as it was, whoever comes and goes; whom he names himself is in. */
@Journey(oneStory = true)
@Order(13)
class WhatHeSaidYesToTest {
  private static final String BEFORE = "Skrevet før noen flere kom";

  private final Cast cast;
  private final Professional kari;
  private final Professional frida;
  private final Professional vera;
  private final Professional sara;
  private final Patient are;
  private Room room = new Room("", "", "");

  WhatHeSaidYesToTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    frida = cast.frida();
    vera = cast.vera();
    sara = cast.sara();
    are = cast.are();
  }

  @BeforeAll
  void areHasSaidYesAndLetFridaIn() {
    cast.signIn(kari, frida, vera, sara, are);
    room = kari.hasProposedARoomFor(are.who(), "Et ja som kan leses igjen", frida, vera);
    are.consents(room, kari);
    are.approvals().tapApprove(frida.name(), 1).isHeld(frida.name());
    are.window().tap(are.window().link("Gå til rommet"));
    are.conversation().canBeWrittenIn();
    kari.opens(room).write(BEFORE);
  }

  @Test
  @Order(1)
  void whomThePatientNamesHimselfIsInAtOnce() {
    sara.seesNothingOf(room);

    new Participants(are.window()).open(room).letIn(sara.who());

    sara.enters(room).has(BEFORE);
    sara.writes("Takk for at jeg får være med");
    are.asksWhoHasSeen(room).tells("Du", "godkjente Sara Psykolog", "");
  }

  @Test
  @Order(2)
  void whatHeSaidYesToCanBeReadAsItWas() {
    new Participants(are.window()).open(room).remove(frida.name());

    are.consent()
        .open(room)
        .isGiven()
        .readsWhatHeSaidYesTo()
        .namedThen(kari.name(), frida.name(), vera.name())
        .didNotName(sara.name());
  }

  @Test
  @Order(3)
  void andAlsoWhenHeHasTakenItBack() {
    are.withdraws(room);

    are.consent().readsWhatHeSaidYesTo().namedThen(kari.name(), frida.name(), vera.name());
  }
}
