/** How far rooms have come, and how far somebody has read. */
@NullMarked
package no.samsnakk.messaging.reading.position;

import org.jspecify.annotations.NullMarked;
