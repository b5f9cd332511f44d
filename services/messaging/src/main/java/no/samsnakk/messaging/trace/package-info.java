/** Trace context. */
@NullMarked
package no.samsnakk.messaging.trace;

import org.jspecify.annotations.NullMarked;
