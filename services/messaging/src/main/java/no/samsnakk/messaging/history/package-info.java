/** A room's messages by pages. */
@NullMarked
package no.samsnakk.messaging.history;

import org.jspecify.annotations.NullMarked;
