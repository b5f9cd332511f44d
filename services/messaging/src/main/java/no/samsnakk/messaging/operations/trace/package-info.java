/** Trace context. */
@NullMarked
package no.samsnakk.messaging.operations.trace;

import org.jspecify.annotations.NullMarked;
