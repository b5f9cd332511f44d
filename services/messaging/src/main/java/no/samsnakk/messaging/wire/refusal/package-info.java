/** Refusals in the log (R6). */
@NullMarked
package no.samsnakk.messaging.wire.refusal;

import org.jspecify.annotations.NullMarked;
