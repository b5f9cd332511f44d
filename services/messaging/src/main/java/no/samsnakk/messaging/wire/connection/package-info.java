/** Open connections and their bounds; knows nothing of rooms. */
@NullMarked
package no.samsnakk.messaging.wire.connection;

import org.jspecify.annotations.NullMarked;
