package no.samsnakk.e2e.journey;

import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What somebody is told who hears the room. */
@Journey
@Order(13)
class HeardTest {
  private final Cast cast;
  private final Professional kari;
  private final Professional frida;
  private final Professional vera;
  private final Patient are;

  HeardTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    frida = cast.frida();
    vera = cast.vera();
    are = cast.are();
  }

  @Test
  @Order(1)
  void eachMessageThatComesIsToldWithItsNameAndText_andNothingOlderAndNothingOfHerOwn() {
    Room room = cast.roomForAll("Et rom som høres");
    kari.opens(room).write("Skrevet av henne selv, før");
    kari.opens(room).has("Skrevet av henne selv, før");
    frida.opens(room);
    vera.opens(room);
    are.opens(room);

    frida.writes("Den første");
    kari.reads("Den første");
    kari.writes("Skrevet av henne selv, nå");
    vera.writes("Den andre");
    kari.reads("Den andre");
    are.writes("Den tredje");

    kari.conversation()
        .saysAloud(
            "Frida Fastlege: Den første", "Vera Veileder: Den andre", "Are Nordmann: Den tredje");
  }
}
