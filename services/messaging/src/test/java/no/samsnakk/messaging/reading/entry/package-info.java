/** Reading entries. */
@NullMarked
package no.samsnakk.messaging.reading.entry;

import org.jspecify.annotations.NullMarked;
