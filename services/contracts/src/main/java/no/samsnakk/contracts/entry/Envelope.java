package no.samsnakk.contracts.entry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an entry without opening it: to the row, to the event and to the screen the
 * same. What it says is bound to all of it, so that nobody can give it another sender, place or
 * time unnoticed.
 *
 * @param seq its place in the room: 1, 2, 3 … without gaps (R2)
 * @param entryId the server's id for it
 * @param clientId the sender's own id for it, UUIDv7
 * @param organisationId on whose behalf it was said; none for the patient
 * @param kind the name of what it is, such as {@code TEXT}; one that a reader does not know is kept
 *     and passed on
 * @param format which version of its kind's payload this is
 * @param sentAt when it was committed, by the server's clock, in milliseconds
 * @param accessEpoch the room's epoch that it was committed under (R4)
 */
public record Envelope(
    UUID roomId,
    long seq,
    UUID entryId,
    UUID clientId,
    UUID senderId,
    @Nullable UUID organisationId,
    @JsonProperty("class") EntryClass entryClass,
    String kind,
    int format,
    Instant sentAt,
    long accessEpoch) {

  /** Whether it is a row of its own on the screen. */
  @JsonIgnore
  public boolean isVisible() {
    return entryClass == EntryClass.VISIBLE;
  }
}
