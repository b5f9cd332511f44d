package no.samsnakk.messaging.writing.conversation;

import java.util.Map;
import java.util.UUID;
import no.samsnakk.keys.RoomCiphers;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.entry.SealedEntry;

/**
 * What a batch is decided by, read under the locks that hold until its commit.
 *
 * @param lastSeq how far each room has come; a room that nobody may write in may be absent
 * @param access of the batch's senders, in its rooms
 * @param everybodysAccess of all in those of the rooms in which something concerns more people
 * @param existing entries that were sent before with the same ids
 * @param earlier what the drafts are about that are about something
 * @param ciphers of the rooms
 */
record Facts(
    Map<UUID, Long> lastSeq,
    Map<UUID, Access> access,
    Map<UUID, Access> everybodysAccess,
    Map<Draft.Key, SealedEntry> existing,
    Earlier earlier,
    RoomCiphers ciphers) {}
