package no.samsnakk.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.entry.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * An entry was committed. Serves live delivery, notifications and audit alike: its audit entry has
 * the entry's id.
 *
 * @param ciphertext the payload under the room's key, base64 (R9)
 * @param wakes whom it wakes, where it is no row of its own: a row wakes everybody
 * @param retracts of a retraction the place of the message that is taken back, so that nobody is
 *     woken for it; of nothing else
 */
public record EntryCommitted(
    Envelope envelope,
    String ciphertext,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> wakes,
    @Nullable Long retracts)
    implements MessageEvent {
  public EntryCommitted(
      Envelope envelope, String ciphertext, @Nullable List<UUID> wakes, @Nullable Long retracts) {
    this.envelope = envelope;
    this.ciphertext = ciphertext;
    this.wakes = wakes == null ? List.of() : List.copyOf(wakes);
    this.retracts = retracts;
  }

  /** One that takes nothing back. */
  public EntryCommitted(Envelope envelope, String ciphertext, List<UUID> wakes) {
    this(envelope, ciphertext, wakes, null);
  }

  /** One that wakes nobody, or everybody. */
  public EntryCommitted(Envelope envelope, String ciphertext) {
    this(envelope, ciphertext, List.of(), null);
  }

  public UUID roomId() {
    return envelope.roomId();
  }

  public long seq() {
    return envelope.seq();
  }
}
