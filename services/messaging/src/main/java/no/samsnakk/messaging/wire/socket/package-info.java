/** The wire: from the upgrade to a frame's answer. */
@NullMarked
package no.samsnakk.messaging.wire.socket;

import org.jspecify.annotations.NullMarked;
