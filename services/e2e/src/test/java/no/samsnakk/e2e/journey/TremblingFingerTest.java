package no.samsnakk.e2e.journey;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Device;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two taps or three at one spot are one answer, and answer nothing else. */
@Journey
@Order(13)
class TremblingFingerTest {
  private final Cast cast;
  private final Professional kari;
  private final Professional frida;
  private final Professional vera;

  TremblingFingerTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    frida = cast.frida();
    vera = cast.vera();
  }

  @ParameterizedTest
  @Order(1)
  @EnumSource(names = {"PHONE", "TOUCHED_PHONE"})
  void aYesToTheRoomIsNoAnswerForAnyHelper_andAnAnswerForOneIsNoneForTheOther(Device device) {
    Patient are = cast.at(device).are();
    cast.signIn(kari, are);
    Room room = kari.hasProposedARoomFor(are.who(), "En finger som skjelver", frida, vera);
    Window window = are.window();
    are.opensMyRooms().answerWhatWaits("Les og svar");
    are.consent().asks(kari.name(), room);
    List<String> sent = answersSentFrom(window, room);

    window.taps(window.button("Ja, jeg samtykker"), 3);

    are.approvals().isShown().asksAbout(frida.name()).asksAbout(vera.name());
    assertThat(sent).containsExactly("consent");

    are.approvals().tapApprove(frida.name(), 3).isHeld(frida.name()).asksAbout(vera.name());
    are.approvals().tapDecline(vera.name(), 2).isHeld(vera.name());
    window.inspectAndPicture("approvals-held");
    window.tap(window.link("Gå til rommet"));

    are.conversation().canBeWrittenIn();
    await()
        .until(
            () ->
                seats(are, room)
                    .equals(
                        Map.of(
                            kari.name(),
                            "ACTIVE",
                            frida.name(),
                            "ACTIVE",
                            vera.name(),
                            "DECLINED",
                            are.name(),
                            "ACTIVE")));
    assertThat(sent).containsExactly("consent", "approval", "approval");
  }

  @ParameterizedTest
  @Order(2)
  @EnumSource(names = {"PHONE", "TOUCHED_PHONE"})
  void aNoIsOneNo_andOpensNothingAgain(Device device) {
    Patient are = cast.at(device).are();
    cast.signIn(kari, are);
    Room room = kari.hasProposedARoomFor(are.who(), "En finger som sier nei");
    Window window = are.window();
    are.opensMyRooms().answerWhatWaits("Les og svar");
    are.consent().asks(kari.name(), room);
    List<String> sent = answersSentFrom(window, room);

    window.taps(window.button("Nei, ikke nå"), 3);

    are.consent().isDeclined(room);
    assertThat(sent).containsExactly("consent");
    assertThat(are.asks("GET", "/api/rooms/" + room.id(), null).path("status").asText())
        .isEqualTo("DECLINED");
    are.opensMyRooms();
    assertThat(sent).containsExactly("consent");
  }

  /** By the last word of each one's address. */
  private static List<String> answersSentFrom(Window window, Room room) {
    List<String> sent = new ArrayList<>();
    window
        .page()
        .onRequest(
            request -> {
              if (isAnswer(request, room)) {
                sent.add(request.url().replaceFirst(".*/", ""));
              }
            });
    return sent;
  }

  private static boolean isAnswer(Request request, Room room) {
    return request.method().equals("POST") && request.url().contains("/api/rooms/" + room.id());
  }

  private static Map<String, String> seats(Patient are, Room room) {
    Map<String, String> seats = new TreeMap<>();
    JsonNode details = are.asks("GET", "/api/rooms/" + room.id(), null);
    details
        .path("seats")
        .forEach(it -> seats.put(it.at("/person/name").asText(), it.path("status").asText()));
    return seats;
  }
}
