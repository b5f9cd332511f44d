/** Who may do what in a room, as rooms publishes it. */
@NullMarked
package no.samsnakk.messaging.reading.access;

import org.jspecify.annotations.NullMarked;
