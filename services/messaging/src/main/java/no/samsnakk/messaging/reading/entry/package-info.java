/** What is said in rooms: as it is stored, and the one way to read it. */
@NullMarked
package no.samsnakk.messaging.reading.entry;

import org.jspecify.annotations.NullMarked;
