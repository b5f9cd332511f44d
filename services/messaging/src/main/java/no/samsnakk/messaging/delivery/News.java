package no.samsnakk.messaging.delivery;

import java.util.UUID;
import java.util.function.Supplier;
import no.samsnakk.messaging.connection.Encoded;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that a message was committed.
 *
 * @param frame the message as it goes out, made only if there is somebody to hear it; null where
 *     the room's key is not at hand
 */
record News(long seq, UUID senderId, long accessEpoch, Supplier<@Nullable Encoded> frame) {}
