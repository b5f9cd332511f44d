/** Hands committed messages to the sockets of this instance (R3, R4). */
@NullMarked
package no.samsnakk.messaging.live.delivery;

import org.jspecify.annotations.NullMarked;
