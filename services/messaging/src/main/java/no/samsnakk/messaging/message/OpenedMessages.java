package no.samsnakk.messaging.message;

import static no.samsnakk.messaging.log.MessagingLog.LOG;

import io.vertx.sqlclient.Row;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.conversation.Message;
import no.samsnakk.messaging.roomkey.RoomCipher;

/** Decrypts rows. */
public final class OpenedMessages {
  private OpenedMessages() {}

  /**
   * Messages by room, in the order of the rows of {@link StoredMessage#COLUMNS}; one that does not
   * open is left out and told to the operator, and the gap in seq shows it.
   */
  public static Map<UUID, List<Message>> byRoom(Iterable<Row> rows, Map<UUID, RoomCipher> ciphers) {
    Map<UUID, List<Message>> messages = new HashMap<>();
    for (Row row : rows) {
      var stored = StoredMessage.of(row);
      var cipher = ciphers.get(stored.roomId());
      try {
        if (cipher != null) {
          messages
              .computeIfAbsent(stored.roomId(), fresh -> new ArrayList<>())
              .add(stored.open(cipher));
        }
      } catch (GeneralSecurityException e) {
        LOG.undecipherable(e.getClass().getSimpleName());
      }
    }
    return messages;
  }
}
