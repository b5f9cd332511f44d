/** What stands in the rooms of one person, whatever its kind: how it is found, and opened. */
@NullMarked
package no.samsnakk.messaging.reading.standing;

import org.jspecify.annotations.NullMarked;
