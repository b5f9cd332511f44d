package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.samsnakk.e2e.accesslog.AccessLog;
import no.samsnakk.e2e.people.Auditor;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** From a proposal to a withdrawal, as it was told in 2021. */
@Journey(oneStory = true)
@Order(1)
class TheWholeStoryTest {
  private static final String PURPOSE = "Holde hverandre oppdatert mens Are venter på DPS";
  private static final String QUESTION =
      "Hei. Jeg har fått time hos DPS 11. november, men akkurat den dagen kan jeg ikke. Kan jeg bytte?";
  private static final String ANSWER =
      "Hei Are! Det går fint. Da sletter jeg møtet vårt inntil videre. Mvh Vera, NAV";
  private static final LocalDate DAY = LocalDate.now(ZoneId.of("Europe/Oslo")).plusDays(30);
  private static final String DATE = in("d. MMMM 'kl. 10'");
  private static final String NEW_DATE = "Hei Are! Passer " + DATE + "? Mvh Sara, DPS";

  private final Professional kari;
  private final Professional frida;
  private final Professional vera;
  private final Professional sara;
  private final Patient are;
  private final Auditor anne;
  private Room room = new Room("", "", "");

  TheWholeStoryTest(Cast cast) {
    kari = cast.kari();
    frida = cast.frida();
    vera = cast.vera();
    sara = cast.sara();
    are = cast.are();
    anne = cast.anne();
  }

  @Test
  @Order(1)
  void kariSignsInAndProposesARoomForAreWithFridaAndVera() {
    kari.signsIn();
    room = kari.proposesARoomFor(are, PURPOSE, frida, vera);
  }

  @Test
  @Order(2)
  void beforeAreHasConsentedNeitherFridaNorVeraSeesThatTheRoomExists() {
    frida.signsIn();
    vera.signsIn();
    frida.seesNothingOf(room);
    vera.seesNothingOf(room);
    kari.conversation().cannotBeWrittenIn();
  }

  @Test
  @Order(3)
  void areReadsConsentsAndApprovesFridaAndVeraEachOnHerOwn() {
    are.signsIn();
    are.consents(room, kari);
    are.approves(frida);
    vera.seesNothingOf(room);
    frida.findsTheRoom(room);
    are.approves(vera);
    are.approvals().areDone();
  }

  @Test
  @Order(4)
  void inFourBrowsersAllSeeAresQuestionAtOnce() {
    kari.opens(room).canBeWrittenIn();
    frida.enters(room).canBeWrittenIn();
    vera.enters(room).canBeWrittenIn();
    are.opens(room).saysWhoReads("Kari, Frida og Vera kan lese det du skriver");

    are.writes(QUESTION);

    kari.reads(QUESTION);
    frida.reads(QUESTION);
    vera.reads(QUESTION);
  }

  @Test
  @Order(5)
  void veraAnswersAndEachSeesWhoHasRead() {
    vera.writes(ANSWER);

    are.reads(ANSWER);
    are.conversation().hasFrom("Vera Veileder, NAV Askøy", ANSWER);
    are.seesThatItIsReadBy("Vera", QUESTION);
    vera.seesThatEverybodyHasRead(ANSWER);
    are.seesThatItIsReadBy("Kari og Frida", ANSWER);
    kari.seesThatItIsReadBy("Are og Frida", ANSWER);
    frida.seesThatItIsReadBy("Are og Kari", ANSWER);
    are.seesWhoHasReadAndWhen(ANSWER, "Kari Kommunepsykolog", "Frida Fastlege");
    are.conversation().isInspected("room-patient");
    vera.conversation().isInspected("room");
  }

  @Test
  @Order(6)
  void saraIsInvitedByKariApprovedByAreAndJoins() {
    sara.signsIn();
    kari.invites(sara, room);
    sara.seesNothingOf(room);

    are.opensMyRooms().answerWhatWaits("Se hvem det er");
    are.approves(sara);

    sara.enters(room).has(QUESTION);
    sara.writes(NEW_DATE);
    are.opens(room).has(NEW_DATE);
  }

  @Test
  @Order(7)
  void r9ArePutsTheDateIntoHisCalendarWhereItSaysNothing() {
    String file = are.conversation().putsIntoTheCalendar(DATE, in("EEEE d. MMMM yyyy 'kl. 10:00'"));

    assertThat(file)
        .contains("SUMMARY:Avtale\r\n")
        .contains("DTSTART;TZID=Europe/Oslo:" + in("yyyyMMdd") + "T100000\r\n")
        .doesNotContain("Are", "Nordmann", "Sara", "DPS", "Passer", "Samsnakk", room.id());
  }

  @Test
  @Order(8)
  void fridaHasNoWindowOpenAndGetsAnEmailThatSaysNothing() {
    int before = vera.inbox().lettersTo(frida.who().email());
    frida.closesHerWindow();

    are.writes("Da sier vi 17. november. Takk!");

    String letter =
        vera.inbox().awaitMoreThan(before, frida.who().email()).newestTo(frida.who().email());
    assertThat(letter)
        .doesNotContain("17. november", "Are", "Nordmann", "Sara", "DPS", "NAV", PURPOSE);
    frida.opensANewWindow();
  }

  @Test
  @Order(9)
  void areFindsEveryViewAndEveryMessageWithNameOrganisationAndTime() {
    are.opens(room);
    AccessLog log = are.asksWhoHasSeen(room);
    log.isInspected();
    log.toTheBeginning();

    log.tells("Kari Kommunepsykolog", "foreslo rommet", "Askøy kommune");
    log.tells("Kari Kommunepsykolog", "framme", "Askøy kommune");
    log.tells("Frida Fastlege", "framme", "Kleppestø legesenter");
    log.tells("Vera Veileder", "framme", "NAV Askøy");
    log.tells("Vera Veileder", "skrev en melding", "NAV Askøy");
    log.tells("Sara Psykolog", "skrev en melding", "Øyane DPS");
    log.tells("Du", "samtykket", "");
    log.tells("Du", "godkjente Sara Psykolog", "");
  }

  @Test
  @Order(10)
  void anneSearchesTheLogAndFindsHerOwnSearchInIt() {
    anne.signsIn();

    anne.searchesTheLog("Kontroll etter spørsmål fra pasienten")
        .hasEntry("Anne Auditor", "Søkte i innsynsloggen");
  }

  @Test
  @Order(11)
  void areWithdrawsAndTheRoomIsClosedForEverybodyElse() {
    kari.opens(room);
    vera.opens(room);
    sara.opens(room);

    are.withdraws(room);

    kari.isCutOffBy(are);
    vera.isCutOffBy(are);
    sara.isCutOffBy(are);
    are.opens(room).isReadOnly();
    are.conversation().has(QUESTION);
  }

  private static String in(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.of("nb", "NO")).format(DAY);
  }
}
