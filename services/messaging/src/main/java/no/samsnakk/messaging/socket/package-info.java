/** The wire: from the upgrade to a frame's answer. */
@NullMarked
package no.samsnakk.messaging.socket;

import org.jspecify.annotations.NullMarked;
