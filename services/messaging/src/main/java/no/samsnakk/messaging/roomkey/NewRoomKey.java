package no.samsnakk.messaging.roomkey;

import java.util.UUID;

/** A key that is not yet committed: to be stored wrapped, in the transaction of its first use. */
public record NewRoomKey(UUID roomId, byte[] wrapped, RoomCipher cipher) {}
