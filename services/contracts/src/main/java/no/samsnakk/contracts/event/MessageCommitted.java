package no.samsnakk.contracts.event;

import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.conversation.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * A message was committed. Serves live delivery, notifications and audit alike: its audit entry has
 * the message's id.
 *
 * @param ciphertext the body under the room's key, base64 (R9)
 */
public record MessageCommitted(
    UUID roomId,
    long seq,
    UUID messageId,
    UUID clientId,
    UUID senderId,
    @Nullable UUID organisationId,
    MessageKind kind,
    String ciphertext,
    Instant sentAt,
    long accessEpoch)
    implements MessageEvent {}
