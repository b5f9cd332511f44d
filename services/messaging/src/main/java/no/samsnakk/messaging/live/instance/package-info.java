/** This instance among others. */
@NullMarked
package no.samsnakk.messaging.live.instance;

import org.jspecify.annotations.NullMarked;
