/** One-time tickets that open a socket; signed by the gateway, taken by messaging. */
@NullMarked
package no.samsnakk.platform.ticket;

import org.jspecify.annotations.NullMarked;
