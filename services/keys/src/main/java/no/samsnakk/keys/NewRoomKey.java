package no.samsnakk.keys;

import java.util.UUID;
import no.samsnakk.keys.KeyWrapping.Wrapped;

/** A key that is not yet committed: to be stored wrapped, in the transaction of its first use. */
public record NewRoomKey(UUID roomId, Wrapped wrapped, RoomCipher cipher) {}
