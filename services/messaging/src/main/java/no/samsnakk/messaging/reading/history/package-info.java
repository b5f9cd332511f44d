/** A room's messages by pages. */
@NullMarked
package no.samsnakk.messaging.reading.history;

import org.jspecify.annotations.NullMarked;
