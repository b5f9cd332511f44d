package no.samsnakk.e2e.people;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.samsnakk.e2e.conversation.Agreements;
import no.samsnakk.e2e.conversation.Appointments;
import no.samsnakk.e2e.conversation.Conversation;
import no.samsnakk.e2e.conversation.Corrections;
import no.samsnakk.e2e.signin.UnreachablePage;
import no.samsnakk.e2e.wire.ClientIds;
import no.samsnakk.e2e.wire.Socket;

/** Somebody who takes part in rooms. */
public abstract sealed class Participant extends Person permits Patient, Professional {
  /** What one may get for an answer when one may not write in a room. */
  public static final Set<String> NOT_HERS = Set.of("room-unknown", "write-not-allowed");

  /** Frames of one socket that the server works on at a time are few. */
  private static final int AT_ONCE = 32;

  Participant(DemoPerson who, Surroundings surroundings) {
    super(who, surroundings);
  }

  public final Conversation conversation() {
    return new Conversation(window());
  }

  /** The times that are proposed in the room where she is. */
  public final Appointments appointments() {
    return new Appointments(window());
  }

  /** What is agreed on in the room where she is. */
  public final Agreements agreements() {
    return new Agreements(window());
  }

  /** What she says otherwise, or takes back, in the room where she is. */
  public final Corrections corrections() {
    return new Corrections(window());
  }

  /** Straight to the room, as from a bookmark. */
  public Conversation opens(Room room) {
    return conversation().open(room);
  }

  /** From the list, as one does. */
  public Conversation enters(Room room) {
    opensMyRooms().enter(room);
    return conversation().isOpen();
  }

  public void writes(String text) {
    conversation().write(text);
  }

  /** It is on her screen, without having done anything for it. */
  public void reads(String text) {
    conversation().has(text);
  }

  public void seesThatEverybodyHasRead(String text) {
    conversation().tells(text, "Lest av alle");
  }

  /** The others who have read it, and nothing of others' further down. */
  public void seesThatItIsReadBy(String names, String text) {
    conversation().tells(text, "Lest av " + names);
  }

  public void seesWhoHasReadAndWhen(String text, String... names) {
    conversation().tellsWhenItWasReadBy(text, names);
  }

  /** The patient has taken his consent back while she was there. */
  public void isCutOffBy(Patient patient) {
    conversation().isClosed(patient.who().firstName() + " har trukket samtykket.");
  }

  /** The patient has shown her out while she was there. */
  public void isShownOutBy(Patient patient) {
    conversation().isClosed(patient.who().firstName() + " har valgt at du ikke er med lenger.");
  }

  /** Her window stayed where she was cut off: it tells her by itself, and she opens the room. */
  public Conversation isLetInAgain() {
    window().shows(window().heading("Du er med igjen"));
    window().inspectAndPicture("room-open-again");
    window().tap(window().button("Åpne rommet"));
    return conversation().isOpen();
  }

  /** Her browser's network is gone, as in a lift. */
  public void goesOffline() {
    browser().setOffline(true);
  }

  /** The app is kept by her browser, and opens without a network from now on. */
  public void hasTheAppOnTheDevice() {
    window().page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    window().page().waitForFunction("() => navigator.serviceWorker.controller !== null");
  }

  /** Her phone opens the app at the room, and nothing answers. */
  public UnreachablePage opensWithoutNetwork(Room room) {
    window().goTo("/rooms/" + room.id());
    return new UnreachablePage(window());
  }

  public void isBackOnline() {
    browser().setOffline(false);
  }

  /** A socket of her session beside the app's own, for what the app would never do. */
  public Socket opensASocket() {
    String ticket = asks("POST", "/auth/ticket", Map.of()).path("ticket").asText();
    Socket socket = new Socket.Knock(app(), app(), ticket).open();
    socket.send("{\"type\":\"hello\",\"rooms\":[]}").hears("welcome");
    return socket;
  }

  /** What was written over the years: "Melding 1.", "Melding 2." and so on. */
  public void hasWritten(int messages, Room room) {
    try (Socket socket = opensASocket()) {
      for (int first = 1; first <= messages; first += AT_ONCE) {
        int last = Math.min(messages, first + AT_ONCE - 1);
        IntStream.rangeClosed(first, last)
            .forEach(it -> socket.send(sendFrame(room, "Melding %d.".formatted(it))));
        IntStream.rangeClosed(first, last).forEach(_ -> socket.hears("accepted"));
      }
    }
  }

  private String app() {
    return window().page().url().replaceFirst("(https?://[^/]+).*", "$1");
  }

  /** A send frame that no screen made. */
  public static String sendFrame(Room room, String body) {
    return "{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":\"%s\",\"body\":\"%s\"}"
        .formatted(room.id(), ClientIds.next(), body);
  }
}
