package no.samsnakk.messaging.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.conversation.Message;
import no.samsnakk.messaging.roomkey.RoomCiphers;

/** Decrypts rows. */
public final class OpenedMessages {
  private OpenedMessages() {}

  /** Messages by room, in the order that they came in; none of a room whose key is not at hand. */
  public static Map<UUID, List<Message>> byRoom(
      Iterable<StoredMessage> stored, RoomCiphers ciphers) {
    Map<UUID, List<Message>> messages = new HashMap<>();
    for (StoredMessage one : stored) {
      var cipher = ciphers.get(one.roomId());
      if (cipher != null) {
        messages.computeIfAbsent(one.roomId(), fresh -> new ArrayList<>()).add(one.open(cipher));
      }
    }
    return messages;
  }
}
