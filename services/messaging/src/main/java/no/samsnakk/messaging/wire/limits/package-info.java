/** Every bound of messaging, in one place. */
@NullMarked
package no.samsnakk.messaging.wire.limits;

import org.jspecify.annotations.NullMarked;
