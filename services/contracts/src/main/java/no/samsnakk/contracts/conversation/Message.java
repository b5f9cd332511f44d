package no.samsnakk.contracts.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message of a room, as the people in it see it.
 *
 * @param seq its place in the room: 1, 2, 3 … without gaps (R2)
 * @param clientId the sender's own id for it, UUIDv7
 * @param organisationId on whose behalf it was written; none for the patient
 * @param body 1 to 8,000 code points of plain text; none where what is stored does not open: the
 *     message has its place and its sender all the same
 * @param sentAt when it was committed, by the server's clock, in milliseconds
 * @param accessEpoch the room's epoch that it was committed under (R4)
 */
public record Message(
    UUID roomId,
    long seq,
    UUID messageId,
    UUID clientId,
    UUID senderId,
    @Nullable UUID organisationId,
    MessageKind kind,
    @Nullable String body,
    Instant sentAt,
    long accessEpoch) {

  /** Never the body (R9). */
  @Override
  public String toString() {
    return "Message[roomId=" + roomId + ", seq=" + seq + "]";
  }
}
