package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Timing;
import java.util.List;
import java.util.stream.Stream;
import no.samsnakk.e2e.browser.Vanishing;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Participant;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.rooms.Participants;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.wire.Socket;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** No is no (R4). */
@Journey
@Order(7)
class WithdrawalTest {
  /** The promise is half a second; bench asserts it. Here two cores run four browsers as well. */
  private static final long AT_THE_LATEST_MS = 5_000;

  private static final String SECRET = "Dette sa vi mens rommet var åpent";

  private final Cast cast;
  private final Professional kari;
  private final Professional frida;
  private final Professional vera;
  private final Patient are;

  WithdrawalTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    frida = cast.frida();
    vera = cast.vera();
    are = cast.are();
  }

  @Test
  @Order(1)
  void r4EverybodyIsCutOffAndAMessageSentAtThatMomentIsRefused() {
    Room room = cast.roomForAll("Et rom som stenges mens alle er der");
    Stream.of(kari, frida, vera).forEach(it -> it.opens(room).canBeWrittenIn());
    kari.writes(SECRET);
    frida.reads(SECRET);
    vera.reads(SECRET);
    vera.conversation().compose("Jeg rakk ikke å sende dette");
    are.consent().open(room).isGiven();
    try (Socket socket = vera.opensASocket()) {
      List<Vanishing> others =
          Stream.of(kari, frida, vera).map(it -> Vanishing.of(it.window().page())).toList();

      long answered = withdrawalAnswered(room);

      socket.send(Participant.sendFrame(room, "For sent"));
      assertThat(socket.hears("refused").path("code").asText()).isIn(Participant.NOT_HERS);
      are.consent().isWithdrawn();
      List<Long> took = others.stream().map(it -> it.at() - answered).sorted().toList();
      report(took);
      assertThat(took).allMatch(it -> it < AT_THE_LATEST_MS);
    }
    Stream.of(kari, frida, vera)
        .forEach(
            it -> {
              it.isCutOffBy(are);
              it.window().doesNotShow(it.window().page().getByText(SECRET));
              it.seesNothingOf(room);
            });
  }

  @Test
  @Order(2)
  void whoIsShownOutWhileSheWritesIsToldByWhomAndKeepsWhatSheWrote() {
    Room room = cast.roomForAll("Et rom som en må ut av");
    vera.opens(room).canBeWrittenIn();
    vera.conversation().compose("Halvskrevet, og mitt");

    new Participants(are.window()).open(room).remove(vera.who().name());

    vera.isShownOutBy(are);
    vera.window().shows(vera.window().item("Halvskrevet, og mitt"));
    vera.opensMyRooms();
    vera.window().shows(vera.window().item("Halvskrevet, og mitt"));
  }

  /** When Are's browser had the whole answer, in milliseconds since 1970. */
  private long withdrawalAnswered(Room room) {
    Response answer =
        are.window()
            .page()
            .waitForResponse(
                "**/api/rooms/" + room.id() + "/withdrawal", () -> are.consent().withdraw());
    answer.finished();
    Timing timing = answer.request().timing();
    return Math.round(timing.startTime + timing.responseEnd);
  }

  private static void report(List<Long> took) {
    System.out.printf(
        "withdrawal: the composers were gone %s ms after its answer, median %d ms%n",
        took, took.get(took.size() / 2));
  }
}
