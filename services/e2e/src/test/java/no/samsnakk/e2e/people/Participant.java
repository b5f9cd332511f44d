package no.samsnakk.e2e.people;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.e2e.conversation.Conversation;
import no.samsnakk.e2e.wire.Socket;

/** Somebody who takes part in rooms. */
public abstract sealed class Participant extends Person permits Patient, Professional {
  Participant(DemoPerson who, Surroundings surroundings) {
    super(who, surroundings);
  }

  public final Conversation conversation() {
    return new Conversation(window());
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

  /** The others who have read it, besides who wrote it and herself. */
  public void seesThatItIsReadBy(String names, String text) {
    conversation().tells(text, "Lest av " + names);
  }

  public void isCutOff() {
    conversation().isClosed();
  }

  /** Her browser's network is gone, as in a lift. */
  public void goesOffline() {
    browser().setOffline(true);
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

  private String app() {
    return window().page().url().replaceFirst("(https?://[^/]+).*", "$1");
  }

  /** A send frame that no screen made. */
  public static String sendFrame(Room room, String body) {
    String clientId = UUID.randomUUID().toString();
    // Version 7, as the app makes them; which moment it claims does not matter.
    String version7 = clientId.substring(0, 14) + "7" + clientId.substring(15);
    return "{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":\"%s\",\"body\":\"%s\"}"
        .formatted(room.id(), version7, body);
  }

  /** What a person may get for an answer when the room is not hers. */
  public static final Set<String> NOT_HERS = Set.of("room-unknown", "write-not-allowed");
}
