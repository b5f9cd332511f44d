/** W3C trace context as it travels in the outbox and in Kafka's headers, and in log lines. */
@NullMarked
package no.samsnakk.platform.trace;

import org.jspecify.annotations.NullMarked;
