package no.samsnakk.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A time is found that fits, by one tap of the one who was asked; and it is moved and cancelled.
 */
@Journey(oneStory = true)
@Order(16)
class AppointmentTest {
  private static final String PURPOSE = "Et rom der noen skal møtes";
  private static final String WHAT = "Samtale om veien videre";
  private static final LocalDate DAY = LocalDate.now(ZoneId.of("Europe/Oslo")).plusDays(7);

  private final Cast cast;
  private final Professional kari;
  private final Professional vera;
  private final Patient are;
  private Room room = new Room("", "", "");
  private String kept = "";

  AppointmentTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    vera = cast.vera();
    are = cast.are();
  }

  @Test
  @Order(1)
  void veraProposesTwoTimes_andAreTakesOneByOneTap() {
    room = cast.roomForAll(PURPOSE);
    kari.opens(room);
    are.opens(room);
    vera.opens(room);

    vera.window().taps();
    var times = vera.appointments();
    times.begin();
    times.isFor(WHAT);
    times.time(1, DAY, "10:00");
    times.time(2, DAY.plusDays(1), "12:00");
    times.isAt("NAV Askøy, 2. etasje");
    times.inspectTheDialogue("appointment-propose");
    times.send();
    TapsTold.are("propose two times to the patient", vera.window());

    are.conversation().has("Foreslo tider: " + WHAT);
    are.window().inspectAndPicture("appointment-proposed");
    kari.appointments().tells("For Vera og Are");
  }

  @Test
  @Order(2)
  void whatIsAgreedStandsThereForEverybody_andIsTakenToTheCalendar() {
    are.window().taps();
    are.appointments().choose("12:00");
    TapsTold.are("take one of the times", are.window());

    for (var who : List.of(are, vera, kari)) {
      who.reads("12:00–12:45. " + WHAT);
    }
    are.window().inspectAndPicture("appointment-booked");
    kari.appointments().offersNothing();
    kept = are.appointments().file("Legg i kalenderen");
    assertTrue(kept.contains("METHOD:PUBLISH"), kept);
    assertFalse(kept.contains(WHAT) || kept.contains("NAV"), "R9: " + kept);
  }

  @Test
  @Order(3)
  void veraMovesIt_andAreCancelsIt_andHisCalendarFollows() {
    var veras = vera.appointments();
    veras.does("Flytt");
    veras.time(1, DAY.plusDays(2), "09:00");
    veras.send();
    var ares = are.appointments();
    are.reads("Foreslo andre tider: " + WHAT);
    ares.leadsOn("Foreslo tider: " + WHAT);
    ares.choose("09:00");
    vera.reads("09:00–09:45. " + WHAT);

    are.window().taps();
    ares.does("Avlys");
    are.window().inspectAndPicture("appointment-cancel");
    ares.confirms("Avlys");
    TapsTold.are("cancel an appointment", are.window());

    vera.reads("Avlyst: ");
    vera.window().inspectAndPicture("appointment-cancelled");
    var off = are.appointments().file("Ta ut av kalenderen");
    assertTrue(off.contains("METHOD:CANCEL"), off);
    assertEquals(line(kept, "UID"), line(off, "UID"));
    assertTrue(number(off) > number(kept), off);
    are.asksWhoHasSeen(room)
        .tells("Vera Veileder", "foreslo tider, eller avtalte eller avlyste et møte", "NAV Askøy");
  }

  private static String line(String file, String name) {
    return file.lines().filter(it -> it.startsWith(name + ":")).findFirst().orElseThrow();
  }

  private static int number(String file) {
    return Integer.parseInt(line(file, "SEQUENCE").split(":")[1]);
  }

  @Test
  @Order(4)
  void whereThreeAreToMeetEachSaysWhatFits_andWhoeverProposedSettlesIt() {
    kari.opens(room);
    are.opens(room);
    vera.opens(room);
    var karis = kari.appointments();
    karis.begin();
    karis.isFor("Møte for alle tre");
    karis.isWith("Vera Veileder");
    karis.time(1, DAY, "14:00");
    karis.time(2, DAY, "15:00");
    karis.send();

    are.reads("Møte for alle tre");
    var ares = are.appointments();
    ares.fits("15:00");
    ares.does("Send svar");
    ares.tells("Passer for deg");
    vera.reads("Møte for alle tre");
    vera.appointments().fits("15:00");
    vera.window().inspectAndPicture("appointment-answer");
    vera.appointments().does("Send svar");
    karis.tells("Vera");
    kari.window().inspectAndPicture("appointment-answered");
    karis.settle("15:00");
    are.reads("15:00–15:45. Møte for alle tre");
  }
}
