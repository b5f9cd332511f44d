package no.samsnakk.contracts.event;

import java.util.UUID;
import no.samsnakk.contracts.entry.Envelope;

/**
 * An entry was committed. Serves live delivery, notifications and audit alike: its audit entry has
 * the entry's id.
 *
 * @param ciphertext the payload under the room's key, base64 (R9)
 */
public record EntryCommitted(Envelope envelope, String ciphertext) implements MessageEvent {
  public UUID roomId() {
    return envelope.roomId();
  }

  public long seq() {
    return envelope.seq();
  }
}
