/** Tickets for sockets. */
@NullMarked
package no.samsnakk.gateway.ticket;

import org.jspecify.annotations.NullMarked;
